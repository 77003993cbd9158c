import Projects
import Testing

@Suite struct LanguageTests {
  private func languages(_ files: [String: String], executables: Set<String> = []) throws -> [String: Int64] {
    let report = try detect(files, executables: executables)
    return Dictionary(uniqueKeysWithValues: report.languages.map { ($0.name, $0.bytes ?? 0) })
  }

  @Test func aHeaderIsWhatItsContentSays() throws {
    #expect(try languages(["a.h": "int a;\n"]) == ["C": 7])
    // Code in another language beside it does not make a header that C could read C++.
    #expect(try languages(["a.h": "int a;\n", "a.cc": "int a;\n"]) == ["C": 7, "C++": 7])
    #expect(try languages(["a.h": "@interface A\n@end\n", "a.cc": "int a;\n"]) == ["Objective-C": 18, "C++": 7])
    #expect(try languages(["a.h": "#import \"b.h\"\n"]) == ["Objective-C": 14])
    #expect(try languages(["a.h": "namespace x {}\n"]) == ["C++": 15])
    #expect(try languages(["a.h": "#include <vector>\n"]) == ["C++": 18])
    #expect(try languages(["a.h": "int namespace_count;\n"]) == ["C": 21])
  }

  @Test func contentTellsReadingsOfAnExtensionApart() throws {
    #expect(try languages(["a.m": "#import <Foundation/Foundation.h>\n"]).keys.sorted() == ["Objective-C"])
    #expect(try languages(["a.m": "function y = f(x)\n"]).keys.sorted() == ["MATLAB"])
    #expect(try languages(["a.pl": "use strict;\nmy $x = 1;\n"]).keys.sorted() == ["Perl"])
    #expect(try languages(["a.pl": "parent(X, Y) :- child(Y, X).\n"]).keys.sorted() == ["Prolog"])
    #expect(try languages(["a.ts": "<?xml version=\"1.0\"?>\n<TS></TS>\n"]).isEmpty)
    #expect(try languages(["a.v": "module m(input a);\nendmodule\n"]).keys.sorted() == ["Verilog"])
    #expect(try languages(["a.v": "fn main() {}\n"]).keys.sorted() == ["V"])
    #expect(try languages(["a.v": "Theorem t : True.\nProof.\nQed.\n"]).keys.sorted() == ["Coq"])
    #expect(try languages(["tool.1": ".TH TOOL 1\n"]).keys.sorted() == ["Roff"])
    #expect(try languages(["notes.1": "first part\n"]).isEmpty)
    #expect(try languages(["x.d": "main.o: main.c \\\n  main.h\n"]).keys.sorted() == ["Makefile"])
  }

  @Test func aScriptIsKnownByItsInterpreter() throws {
    #expect(try languages(["bin/run": "#!/usr/bin/env -S python3.12 -u\n"]).keys.sorted() == ["Python"])
    #expect(try languages(["bin/run": "#!/bin/bash\n"]).keys.sorted() == ["Shell"])
    #expect(try languages(["bin/run": "#!/usr/bin/env X=1 node\n"]).keys.sorted() == ["JavaScript"])
    #expect(try languages(["bin/run": "#! /usr/bin/perl -w\n"]).keys.sorted() == ["Perl"])
    #expect(try languages(["bin/run": "no script\n"]).isEmpty)
    #expect(try languages(["bin/run": "#!/usr/bin/env\n"]).isEmpty)
    #expect(try languages(["bin/run": "#!/usr/bin/env -Snode --harmony\n"]).keys.sorted() == ["JavaScript"])
    #expect(try languages(["bin/run": "#!/usr/bin/env -vS deno run\n"]).keys.sorted() == ["TypeScript"])
    #expect(try languages(["bin/run": "#!/usr/bin/perl6\n"]).keys.sorted() == ["Raku"])
    #expect(try languages(["bin/run": "#!/bin/sh\nexec tclsh \"$0\" \"$@\"\n"]).keys.sorted() == ["Tcl"])
    #expect(try languages(["bin/run": "#!/usr/bin/osascript\n"]).keys.sorted() == ["AppleScript"])
    #expect(try languages(["bin/run": "#!/usr/bin/osascript -l JavaScript\n"]).isEmpty)
    #expect(try languages(["run.unknown": "#!/bin/sh\n"]).keys.sorted() == ["Shell"])
    let large = "#!/bin/sh\n" + String(repeating: "echo\n", count: 20_000)
    #expect(try languages(["run.unknown": large]).isEmpty)
    #expect(try languages(["run.unknown": large], executables: ["run.unknown"]).keys.sorted() == ["Shell"])
  }

  @Test func aModelineOutranksTheName() throws {
    #expect(try languages(["a.h": "//===--- a.h -*- C++ -*- ===//\n"]).keys.sorted() == ["C++"])
    #expect(
      try languages(["a.h": "/* -*- mode: c; tab-width: 4 -*- */\nclass x\n", "b.cc": "1\n"]).keys.sorted() == [
        "C", "C++",
      ])
    #expect(try languages(["Setup": "# -*- makefile -*-\n"]).keys.sorted() == ["Makefile"])
    #expect(try languages(["rc": "\n# vim: set ts=2 ft=sh:\n"]).keys.sorted() == ["Shell"])
    #expect(try languages(["x": "# -*- coding: utf-8 -*-\n", "y": "# vim: ts=2\n"]).isEmpty)
    #expect(try languages(["a.py": "# -*- ruby -*-\n"]).keys.sorted() == ["Ruby"])
    #expect(try languages(["Makefile": "# -*- python -*-\n"]).keys.sorted() == ["Python"])
    #expect(try languages(["a.py": "# -*- klingon -*-\n"]).keys.sorted() == ["Python"])
    let lines = String(repeating: "x\n", count: 20)
    #expect(try languages(["rc": lines + "# vim: ft=sh\n"]).keys.sorted() == ["Shell"])
    #expect(try languages(["rc": lines + "# vim: ft=sh\n" + lines]).isEmpty)
  }

  @Test func theInterpreterOutranksTheExtension() throws {
    #expect(try languages(["run.rb": "#!/usr/bin/env python\n"]).keys.sorted() == ["Python"])
    #expect(try languages(["run.rb": "#!/usr/bin/env unknown\n"]).keys.sorted() == ["Ruby"])
    #expect(try languages(["Rakefile": "#!/usr/bin/env python\n"]).keys.sorted() == ["Ruby"])
  }

  @Test func onlyCodeAndMarkupCount() throws {
    #expect(
      try languages(["a.json": "{}", "b.yml": "a: 1", "c.md": "x", "d.sql": "select 1;", "e.html": "<p>"]) == [
        "HTML": 3
      ])
  }

  @Test func dialectsCountForTheirLanguage() throws {
    #expect(
      try languages(["a.tsx": "x\n", "b.ts": "x\n", "c.erb": "x\n", "d.html": "x\n"]) == ["TypeScript": 4, "HTML": 4])
  }

  @Test func vendoredGeneratedAndDocumentationFilesAreLeftOut() throws {
    #expect(
      try languages([
        "main.go": "package main\n", "vendor/x/x.go": "package x\n", "node_modules/a/index.js": "x\n",
        "Form.Designer.cs": "class A {}\n", "gen.go": "// Code generated by tool. DO NOT EDIT.\npackage gen\n",
        "api.js": "let x\n//# sourceMappingURL=api.js.map\n", "web/__generated__/q.ts": "x\n",
        "docs/conf.py": "x = 1\n", "examples/a.go": "package a\n", "web/jquery-3.7.js": "x\n",
        "src/docs/a.go": "package docs\n",
      ]) == ["Go": 26])
  }

  @Test func minifiedFilesAreLeftOut() throws {
    #expect(
      try languages([
        "a.js": String(repeating: "x=1;", count: 200), "b.js": "let x = 1\n",
        "c.css": String(repeating: "a", count: 500),
      ])
        == ["JavaScript": 10])
  }

  @Test func binaryFilesAreLeftOut() throws {
    var tree = FakeTree(["a.py": "x = 1\n"])
    tree.add("b.py", bytes: [0x78, 0, 0x79])
    #expect(try SkillsDetector.detect(in: tree).bytes == 6)
  }

  @Test func theRepositoryMayOverrideEverything() throws {
    let attributes = """
      # comment
      vendor/mine/** -linguist-vendored
      *.gen.js linguist-generated=false
      src/legacy/* linguist-vendored
      *.inc linguist-language=PHP
      *.sql linguist-detectable
      tests/*.py -linguist-detectable
      docs/*.go linguist-documentation=false
      Tool.py linguist-language=ruby
      """
    #expect(
      try languages([
        ".gitattributes": attributes, "vendor/mine/a/a.go": "12345\n", "x.gen.js": "1234\n", "src/legacy/a.c": "1\n",
        "a.inc": "1\n", "b.sql": "1\n", "tests/t.py": "1\n", "docs/d.go": "1\n", "lib/Tool.py": "1\n",
      ]) == ["Go": 8, "JavaScript": 5, "PHP": 2, "SQL": 2, "Ruby": 2])
  }

  @Test func attributesBelowOutrankThoseAbove() throws {
    #expect(
      try languages([
        ".gitattributes": "*.go linguist-vendored\n", "own/.gitattributes": "*.go linguist-vendored=false\n",
        "a.go": "1\n", "own/b.go": "1\n",
      ]) == ["Go": 2])
  }

  @Test func attributesMayUseClassesQuotesAndMacros() throws {
    let attributes = """
      [attr]theirs linguist-vendored
      lib[0-9].go theirs
      lib[!a-z].py linguist-vendored
      "with blank/*.go" linguist-generated
      old/\\*.go linguist-vendored
      again/*.go linguist-vendored
      again/own.go !linguist-vendored
      *.h linguist-language=CPP
      """
    #expect(
      try languages([
        ".gitattributes": attributes, "lib1.go": "1\n", "libx.go": "12\n", "lib1.py": "1\n", "libx.py": "1\n",
        "with blank/a.go": "1\n", "old/a.go": "1\n", "again/own.go": "1\n", "again/x.go": "1\n", "a.h": "1\n",
      ]) == ["Go": 7, "Python": 2, "C++": 2])
  }

  @Test func attributesThatGitDoesNotTakeAreWarnedAbout() throws {
    let report = try detect([".gitattributes": "!b.go linguist-vendored\n*.go text\n", "a.go": "1\n"])
    #expect(report.warnings.map(\.description.isEmpty) == [false])
    #expect(report.warnings.map(\.line) == [1])
    #expect(report.bytes == 2)
  }

  @Test func evidenceIsTheBiggestFiles() throws {
    var files: [String: String] = [:]
    for size in 1...20 { files["f\(size).go"] = String(repeating: "x", count: size) }
    let go = try #require(try detect(files).language("Go"))
    #expect(go.evidence.count == 10)
    #expect(go.evidence.first?.path == "f20.go")
    #expect(go.files == 20)
    #expect(go.confidence == 0.95)
  }
}
