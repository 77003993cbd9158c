// Made from the .tsv files of Skills/Rules by RuleTextSource; a test compares them. Change those, not this.
// swift-format-ignore-file

/// The rule files, word for word.
enum RuleText {
  /// languages.tsv
  static let languages = ##"""
name	type	group	extensions	filenames	interpreters	aliases
C	programming		.c .h .cats .idc		tcc	
C++	programming		.cpp .cc .cxx .hpp .hh .hxx .c++ .h++ .ipp .tpp .inl .cppm .h .re .cxxm .ccm .c++m .ixx .ino .txx .tcc .cp			cpp
C#	programming		.cs .csx .cake .linq			csharp cake
Objective-C	programming		.m .h			objc obj-c objectivec
Objective-C++	programming		.mm			objc++ objectivec++ obj-c++
Java	programming		.java .jav			
Kotlin	programming		.kt .kts .ktm			
Scala	programming		.scala .sc .sbt .kojo		scala	
Groovy	programming		.groovy .gvy .gtpl .grt	Jenkinsfile	groovy	
Clojure	programming		.clj .cljs .cljc .cljx .boot .cl2 .hic .cljscm .cljs.hl	riemann.config	clojure bb	
JavaScript	programming		.js .mjs .cjs .jsx .es6 .jsm .ssjs .es .javascript .jake .jscad .pac .njs .jss .sjs .xsjs .xsjslib .jsfl .jslib .bones ._js .jspre .jsb	Jakefile	node nodejs bun rhino v8 d8 js gjs chakra qjs v8-shell	js
TypeScript	programming		.ts .mts .cts		ts-node tsx deno	ts
Vue	markup		.vue			
Svelte	markup		.svelte			
Astro	markup		.astro			
HTML	markup		.html .htm .xhtml .hta .xht .html.hl			xhtml
CSS	markup		.css			
SCSS	markup		.scss			
Sass	markup		.sass			
Less	markup		.less			
Stylus	markup		.styl			
PHP	programming		.php .php5 .phps .inc .php3 .php4 .php7 .phpt .aw .ctp .fcgi	Phakefile .php_cs .php_cs.dist .php	php	
Python	programming		.py .pyi .pyw .wsgi .pyt .smk .gyp .gypi .xpy .lmi .rpy .pyp .pyde .tac .py3 .cgi .fcgi .spec	SConstruct SConscript wscript Snakefile DEPS .gclient	python python2 python3 uv pypy pypy3 py	py python3 rusthon
Ruby	programming		.rb .rake .gemspec .ru .podspec .rbw .jbuilder .rbi .thor .rabl .builder .mspec .god .watchr .rbx .ruby .eye .rbuild .prawn .pluginspec .fcgi .spec	Gemfile Rakefile Podfile Fastfile Brewfile Guardfile Capfile Dangerfile Appraisals Berksfile Buildfile Deliverfile Mavenfile Puppetfile Snapfile Steepfile Thorfile .irbrc .pryrc Appfile Matchfile .simplecov Jarfile buildfile	ruby rake jruby rbx macruby	rb jruby
Perl	programming		.pl .pm .plx .psgi .t .ph .perl .cgi .fcgi	cpanfile Makefile.PL Rexfile .latexmkrc latexmkrc ack	perl cperl	cperl
Raku	programming		.raku .rakumod .p6 .pl .pm .t .pm6 .rakutest .nqp .p6m .pl6 .p6l .6pl .6pm		raku perl6 rakudo	perl6 perl-6
Go	programming		.go			golang
Rust	programming		.rs .rs.in		rust-script	rs
Swift	programming		.swift		swift	
Dart	programming		.dart		dart	
Zig	programming		.zig .zon			
Nim	programming		.nim .nims .nimble .nimrod .nim.cfg	nim.cfg		
Crystal	programming		.cr		crystal	
D	programming		.d .di			
V	programming		.v			
Odin	programming		.odin			
Haskell	programming		.hs .hs-boot .hsc		runhaskell runhugs runghc	hs
OCaml	programming		.ml .mli .mll .mly .eliom .eliomi .ml4		ocaml ocamlscript ocamlrun	ml
F#	programming		.fs .fsi .fsx			fsharp
Visual Basic .NET	programming		.vb .vbhtml			vbnet vb.net visual-basic
Elixir	programming		.ex .exs	mix.lock	elixir	
HTML+EEX	markup	HTML	.heex .leex .eex			
Erlang	programming		.erl .hrl .escript .yrl .xrl .app.src	rebar.config rebar.config.lock rebar.lock Emakefile	escript	erl
Gleam	programming		.gleam			
Elm	programming		.elm			
PureScript	programming		.purs			
Lua	programming		.lua .rockspec .nse .p8 .pd_lua .rbxs .wlua	.luacheckrc	lua luajit	
R	programming		.r .rsx	.Rprofile expr-dist	Rscript r	rscript splus
Julia	programming		.jl		julia	
MATLAB	programming		.matlab .m			octave
Fortran	programming		.f .for .f77 .fpp			f77
Fortran Free Form	programming	Fortran	.f90 .f95 .f03 .f08			f90
Ada	programming		.adb .ads .ada			ada95 ada2005
Pascal	programming		.pas .dpr .lpr .pp .pascal .dfm		instantfpc	delphi objectpascal
COBOL	programming		.cob .cbl .cobol .cpy .ccp			
Assembly	programming		.asm .s .nasm .a51 .nas			asm nasm
Shell	programming		.sh .bash .zsh .ksh .bats .zsh-theme .sh.in .command .ebuild .eclass .tmux .tool .cgi .fcgi	.bashrc .zshrc .profile .bash_profile PKGBUILD gradlew mvnw .bash_aliases .bash_logout .zshenv .zlogin .zlogout .zprofile .envrc APKBUILD bashrc zshrc .xinitrc .xprofile .kshrc bash_logout bash_aliases bash_profile zshenv zlogin zlogout zprofile profile kshrc 9fs man .bash_history	sh bash zsh ksh dash ash mksh pdksh rc	sh bash shell-script zsh
PowerShell	programming		.ps1 .psm1 .psd1		pwsh	posh pwsh
Batchfile	programming		.bat .cmd			bat batch dosbatch winbatch
Tcl	programming		.tcl .tk .tm .sdc .xdc .tcl.in .adp		tclsh wish	
Awk	programming		.awk .auk .gawk .mawk .nawk		awk gawk mawk nawk	
Makefile	programming		.mk .mak .make .mkfile .makefile .d	Makefile makefile GNUmakefile Makefile.am Makefile.in Kbuild BSDmakefile Makefile.frag Makefile.inc makefile.sco mkfile Makefile.boot Makefile.wat	make	make mf bsdmake
CMake	programming		.cmake .cmake.in	CMakeLists.txt		
Meson	programming			meson.build meson_options.txt		
Starlark	programming		.bzl .star .bazel	BUILD BUCK WORKSPACE MODULE.bazel Tiltfile BUILD.bazel WORKSPACE.bazel		bazel bzl
Dockerfile	programming		.dockerfile .containerfile	Dockerfile Containerfile		containerfile
HCL	programming		.hcl .tf .tfvars .nomad			terraform
Nix	programming		.nix			nixos
Jsonnet	programming		.jsonnet .libsonnet			
Solidity	programming		.sol			
Move	programming		.move			
Verilog	programming		.v .veo			
SystemVerilog	programming		.sv .svh .vh			
VHDL	programming		.vhd .vhdl .vhf .vhi .vho .vhs .vht .vhw			
GLSL	programming		.glsl .vert .frag .geom .tesc .tese .fs .vs .glslf .glslv .vshader .fshader .gshader .vsh .fsh .geo .frg .fp .vrx .rchit .rmiss			
HLSL	programming		.hlsl .fx .fxh .cginc .hlsli			
Metal	programming		.metal			
WGSL	programming		.wgsl			
Cuda	programming		.cu .cuh			
WebAssembly	programming		.wat .wast			
Protocol Buffer	data		.proto			proto protobuf
Thrift	programming		.thrift			
GraphQL	data		.graphql .gql .graphqls			
SQL	data		.sql .mysql .ddl .prc .tab .udf .viw .cql			
PLpgSQL	programming		.pgsql			
PLSQL	programming		.pls .plb .pck .pkb .pks .plsql .tps .fnc .spc .tpb .bdy .trg .vw			
Prolog	programming		.pro .prolog .pl .yap		swipl yap	
Common Lisp	programming		.lisp .lsp .asd .cl .l .sexp .ny .podsl		sbcl ecl clisp ccl lisp	lisp
Emacs Lisp	programming		.el .emacs.desktop	.emacs .spacemacs Cask Eask Project.ede _emacs .abbrev_defs abbrev_defs .gnus .viper .emacs.desktop		elisp emacs
Scheme	programming		.scm .ss .sld .sps .sch		guile scheme chicken csi bigloo gosh r6rs	
Racket	programming		.rkt .rktd .scrbl .rktl		racket	
Vim Script	programming		.vim .vimrc .vmb	.vimrc vimrc .gvimrc _vimrc gvimrc .nvimrc .exrc nvimrc	vim	vim viml nvim vimscript
GDScript	programming		.gd			
GAP	programming		.gap .gd .gi .tst			
Lex	programming		.l .lex	Lexer.x lexer.x		flex
Yacc	programming		.y .yacc .yy			
ANTLR	programming		.g4			
Jinja	markup		.j2 .jinja .jinja2			django htmldjango html+django html+jinja
Handlebars	markup		.hbs .handlebars			hbs htmlbars
EJS	markup		.ejs .ect .jst .ejs.t			
Pug	markup		.pug .jade			jade
Twig	markup		.twig			
Blade	markup		.blade.php .blade			
Liquid	markup		.liquid			
Haml	markup		.haml .haml.deface			
Slim	markup		.slim			
Mustache	markup		.mustache			
Smarty	programming		.tpl			
XSLT	programming		.xsl .xslt			xsl
TeX	markup		.tex .sty .cls .ltx .aux .bbx .cbx .dtx .ins .lbx .mkii .mkiv .mkvi .toc			latex
Roff	markup		.1 .2 .3 .4 .5 .6 .7 .8 .man .l .mdoc .me .ms .9 .n .0p .1m .1x .1in .3in .3m .3p .3pm .3qt .3x .nr .rno .roff .tmac	eqnrc mmn mmt troffrc troffrc-end		groff man manpage nroff troff
PostScript	markup		.ps .eps .epsi			
Typst	programming		.typ			typ
QML	programming		.qml .qbs			
QMake	programming		.pri .pro		qmake	
AutoHotkey	programming		.ahk .ahkl			ahk
AppleScript	programming		.applescript .scpt		osascript	osascript
Apex	programming		.apex .trigger .cls			
ABAP	programming		.abap			
CoffeeScript	programming		.coffee .cjsx .iced ._coffee	Cakefile	coffee	coffee coffee-script
ActionScript	programming		.as			as3 actionscript3
Haxe	programming		.hx .hxsl			
Hack	programming		.hack .hhi .hh .php			
ReScript	programming		.res .resi			
Reason	programming		.re .rei			
Agda	programming		.agda			
Lean	programming		.lean .hlean			
Coq	programming		.coq .v			
Idris	programming		.idr .lidr			
TLA	programming		.tla			
Stan	programming		.stan			
Mojo	programming		.mojo			
Cairo	programming		.cairo			
M4	programming		.m4	configure.ac		
Bicep	programming		.bicep			
Open Policy Agent	programming		.rego			rego
Just	programming		.just	justfile Justfile .justfile		justfile
Jupyter Notebook	markup		.ipynb	Notebook		ipython-notebook
Markdown	prose		.md .markdown .mkd .mkdn .mkdown .mdown .mdwn .ronn .livemd .workbook			md pandoc
reStructuredText	prose		.rst .rest .rst.txt .rest.txt			rst
AsciiDoc	prose		.adoc .asciidoc .asc			
Org	prose		.org			
Text	prose		.txt .text	COPYING LICENSE INSTALL NEWS README TODO		plain
JSON	data		.json .jsonl .webmanifest .geojson .har .jsonc .json5 .topojson .avsc .tfstate .webapp .gltf .mcmeta .yyp .tfstate.backup	.babelrc .eslintrc.json composer.lock Pipfile.lock .arcconfig .watchmanconfig deno.lock flake.lock mcmod.info .tern-project .nycrc .htmlhintrc .auto-changelog .c8rc .tern-config		jsonl geojson topojson jsonc
YAML	data		.yml .yaml .yml.dist .sublime-syntax .syntax .mir .reek .rviz	.clang-format .clang-tidy .clangd CITATION.cff glide.lock yarn.lock pixi.lock .gemrc		yml
TOML	data		.toml	Cargo.lock Pipfile poetry.lock uv.lock Gopkg.lock pdm.lock		
XML	data		.xml .xsd .wsdl .plist .csproj .fsproj .vbproj .props .targets .xib .storyboard .rss .ts .tsx .mm .rs .res .rng .config .nuspec .resx .vcxproj .iml .ui .xaml .xliff .xmi .fxml .gml .gpx .kml .mml .pom .rdf .slnx .ant .axml .ditamap .dita .glade .ivy .launch .mxml .natvis .osm .proj .ps1xml .urdf .xacro .xlf .xmp .xul .vstemplate .wixproj .wxs .wxi .wxl .filters .csl	.classpath .cproject .project packages.config Web.config App.config NuGet.config		rss xsd wsdl
INI	data		.ini .cfg .properties .prefs .dof .lektorproject .url	.pylintrc pylintrc .coveragerc .flake8 buildozer.spec		dosini
CSV	data		.csv			
Diff	data		.diff .patch			udiff
Gradle	data		.gradle			
edn	data		.edn			
Mathematica	programming		.m .wl .wls		wolframscript	
VBA	programming		.bas .frm .cls			
OpenCL	programming	C	.opencl .cl			
Puppet	programming		.pp	Modulefile		
Standard ML	programming		.ml .sml .fun .sig			
SuperCollider	programming		.sc .scd		sclang scsynth	
DTrace	programming		.d		dtrace	
Forth	programming		.fs .fth .4th .forth .f .frt			
Go Template	markup		.gotmpl .gohtml			
Cython	programming		.pyx .pxd .pxi			
fish	programming	Shell	.fish		fish	
CSON	data		.cson			
HTML+PHP	markup	HTML	.phtml			
HTML+ERB	markup	HTML	.erb .rhtml .erb.deface			erb rhtml html+ruby
TSX	programming	TypeScript	.tsx			
Literate Haskell	programming	Haskell	.lhs			lhs lhaskell
Elvish	programming		.elv		elvish	
Nushell	programming		.nu		nu	nu nushell-script
Nextflow	programming		.nf	nextflow.config	nextflow	
Smalltalk	programming		.st			
VBScript	programming		.vbs			
Xtend	programming		.xtend			
Vala	programming		.vala .vapi			
Genie	programming		.gs			
Ballerina	programming		.bal			
Pony	programming		.pony			
Ring	programming		.ring			
Red	programming		.red .reds			
Factor	programming		.factor			
LLVM	programming		.ll			
Dafny	programming		.dfy		dafny	
Isabelle	programming		.thy			
SMT	programming		.smt2 .smt		z3 cvc4 boolector yices2 mathsat5 opensmt stp	
Alloy	programming		.als			
Chapel	programming		.chpl			
Futhark	programming		.fut			
Ragel	programming		.rl			
SWIG	programming		.i			
Gherkin	programming		.feature .story			
RobotFramework	programming		.robot			
Fennel	programming		.fnl		fennel	
MoonScript	programming		.moon		moon	
Luau	programming		.luau		luau	
Janet	programming		.janet		janet	
Io	programming		.io		io	
J	programming		.ijs		jconsole	
APL	programming		.apl .dyalog		apl dyalog aplx	
MDX	markup		.mdx			
Marko	markup		.marko			
Nunjucks	markup		.njk			
HTML+Razor	markup	HTML	.cshtml .razor			razor
PostCSS	markup	CSS	.pcss .postcss			
Cap'n Proto	programming		.capnp			
FlatBuffers	data		.fbs			
Smithy	programming		.smithy			
TypeSpec	programming		.tsp			
Pkl	programming		.pkl			
CUE	programming		.cue			
Dhall	programming		.dhall			
Earthly	programming			Earthfile		
Roc	programming		.roc			
Carbon	programming		.carbon			
Grain	programming		.gr			
Unison	programming		.u			
Koka	programming		.kk			
Hy	programming		.hy		hy	
Slint	markup		.slint			
ASP.NET	programming		.asax .ascx .ashx .asmx .aspx .axd			aspx aspx-vb
Classic ASP	programming		.asp			asp
Java Server Pages	programming	Java	.jsp			jsp
FreeMarker	programming		.ftl			ftl
BibTeX	markup	TeX	.bib .bibtex			
sed	programming		.sed		sed gsed minised ssed	
Tcsh	programming	Shell	.csh .tcsh	.cshrc .login cshrc login	csh tcsh	
Procfile	programming			Procfile		
POV-Ray SDL	programming		.pov			pov-ray povray
AMPL	programming		.ampl			
RPC	programming		.x			rpcgen
Processing	programming		.pde			
AspectJ	programming		.aj			
Stata	programming		.ado .do .doh .ihlp .mata .matah .sthlp			
SAS	programming		.sas			
Gnuplot	programming		.gp .gnu .gnuplot .plot .plt .p		gnuplot	
OpenSCAD	programming		.scad			
ShaderLab	programming		.shader			
UnrealScript	programming		.uc			
Squirrel	programming		.nut			
GDShader	programming		.gdshader .gdshaderinc			
PureBasic	programming		.pb .pbi			
Eiffel	programming		.e			
Logtalk	programming		.lgt .logtalk			
Frege	programming		.fr			
Boo	programming		.boo			
Ceylon	programming		.ceylon			
Golo	programming		.golo			
Fantom	programming		.fan			
Groovy Server Pages	programming	Groovy	.gsp			
Pike	programming		.pike .pmod		pike	
REXX	programming		.rexx .rex .pprx		regina rexx	arexx
NetLogo	programming		.nlogo			
Max	programming		.maxpat .maxhelp .maxproj .mxt			
Pure Data	data		.pd			
Csound	programming		.orc .udo			
Csound Score	programming		.sco			
Faust	programming		.dsp			
ChucK	programming		.ck			
LilyPond	programming		.ly .ily			
NSIS	programming		.nsi .nsh			
Inno Setup	programming		.iss .isl			
AutoIt	programming		.au3			au3 autoit3
Closure Templates	markup		.soy			
Mako	programming		.mako .mao			
Latte	markup		.latte			
YARA	programming		.yar .yara			
Zeek	programming		.zeek .bro			
Sieve	programming		.sieve			
Bluespec	programming		.bsv			
CartoCSS	programming		.mss			
Brainfuck	programming		.bf			
Cypher	programming		.cypher .cyp			
SourcePawn	programming		.sp .sma			
Pawn	programming		.pwn			
Q#	programming		.qs			
q	programming		.q			
X10	programming		.x10			
XQuery	programming		.xq .xql .xqm .xquery .xqy			
XC	programming		.xc			
xBase	programming		.prg .prw			
WDL	programming		.wdl			
Sway	programming		.sw			
SmPL	programming		.cocci			
Vyper	programming		.vy			
ZenScript	programming		.zs			
Zimpl	programming		.zimpl .zmpl .zpl			
jq	programming		.jq			
LiveScript	programming		.ls ._ls	Slakefile		live-script ls
LSL	programming		.lsl .lslp		lsl	
mcfunction	programming		.mcfunction			
Modelica	programming		.mo			
NCL	programming		.ncl			
NewLisp	programming		.nl		newlisp	
NWScript	programming		.nss			
Ox	programming		.ox .oxh .oxo			
Oxygene	programming		.oxygene			
Oz	programming		.oz			
P4	programming		.p4			
PigLatin	programming		.pig			
Wren	programming		.wren			
Cycript	programming		.cy			
E	programming				rune	
ColdFusion	programming		.cfm .cfml			
ColdFusion CFC	programming	ColdFusion	.cfc			
Ioke	programming		.ik		ioke	
ooc	programming		.ooc			
Nit	programming		.nit			
Xojo	programming		.xojo_code .xojo_menu .xojo_report .xojo_script .xojo_toolbar .xojo_window			
Uno	programming		.uno			
SQF	programming		.sqf .hqf			
Vim Snippet	markup		.snip .snippet .snippets			
VCL	programming		.vcl			
Sage	programming		.sage .sagews			
Graphviz (DOT)	data		.gv			
SVG	data		.svg			
WebIDL	programming		.webidl			
Wikitext	prose		.wiki .wikitext .mediawiki			mediawiki wiki
BitBake	programming		.bb .bbappend .bbclass			
Nearley	programming		.ne .nearley			
PEG.js	programming		.pegjs .peggy			
OpenQASM	programming		.qasm			
Papyrus	programming		.psc			
Mirah	programming		.druby .duby .mirah			
Monkey	programming		.monkey .monkey2			
Turing	programming		.tu			
Volt	programming		.volt			
Genshi	programming		.kid			
Kit	markup		.kit			
Gosu	programming		.gsx .vark			
Curry	programming		.curry			
Clean	programming		.icl .dcl			
Self	programming		.self			
Slash	programming		.sl			
RAML	markup		.raml			
SPARQL	data		.sparql .rq			
Web Ontology Language	data		.owl			
Turtle	data		.ttl			
Ignore List	data			.gitignore .dockerignore .npmignore .eslintignore .prettierignore .helmignore .gcloudignore .vscodeignore .stylelintignore		
Git Attributes	data			.gitattributes		
Git Config	data			.gitmodules .gitconfig		
EditorConfig	data			.editorconfig		
Gettext Catalog	prose		.po .pot			
Protocol Buffer Text Format	data		.textproto .pbtxt .prototxt			
Component Pascal	programming		.cps			
Lasso	programming		.lasso .las .lasso9			
LFE	programming		.lfe			
Objective-J	programming		.j .sj			
Parrot	programming		.parrot		parrot	
Rouge	programming		.rg			
Shen	programming		.shen			
Rebol	programming		.reb .r2 .r3 .rebol			
Propeller Spin	programming		.spin			
PogoScript	programming		.pogo			
Pan	programming		.pan			
Opal	programming		.opal			
Opa	programming		.opa			
MUF	programming		.muf			
MTML	markup		.mtml			
LOLCODE	programming		.lol			
LookML	programming		.lookml			
KRL	programming		.krl			
Isabelle ROOT	programming	Isabelle		ROOT		
IGOR Pro	programming		.ipf			
Harbour	programming		.hb			
GAMS	programming		.gms			
G-code	programming		.gco .gcode			
Ecere Projects	data		.epj			
ECL	programming		.ecl .eclxml			
Dylan	programming		.dylan .dyl .intr .lid			
Dogescript	programming		.djs			
CLIPS	programming		.clp			
BlitzMax	programming		.bmx			
ATS	programming		.dats .hats .sats			
ASN.1	data		.asn .asn1			
Arc	programming		.arc			
API Blueprint	markup		.apib			
Augeas	programming		.aug			
Befunge	programming		.befunge			
Bison	programming	Yacc	.bison			
CWeb	programming		.w			
Redcode	programming		.cw			
RenderScript	programming		.rsh			
ReasonLIGO	programming	LIGO	.religo			
LIGO	programming		.ligo			
CameLIGO	programming	LIGO	.mligo			
Scilab	programming		.sci .sce			
Singularity	programming			Singularity		
SugarSS	markup	CSS	.sss			
Tea	markup		.tea			
TXL	programming		.txl			
UrWeb	programming		.ur .urs			
Wollok	programming		.wlk			
XProc	programming		.xpl .xproc			
XS	programming		.xs			
YANG	data		.yang			
Zephir	programming		.zep			
ZIL	programming		.zil .mud			
AL	programming		.al			
JavaScript+ERB	programming	JavaScript	.js.erb			
HTML+ECR	markup	HTML	.ecr			

"""##

  /// ambiguous.tsv
  static let ambiguous = ##"""
extension	language	check
.h	Objective-C	line:@interface | line:@protocol | line:@property | line:@implementation | line:@class | line:@end | line:@import | line:@selector | line:#import
.h	C++	line:template< | line:template < | line:'class ' | line:'namespace ' | line:'using namespace ' | line:private: | line:public: | line:protected: | line:constexpr | line:try | line:catch( | line:catch ( | content:std:: | content:#include <cstdint> | content:#include <string> | content:#include <vector> | content:#include <map> | content:#include <list> | content:#include <array> | content:#include <bitset> | content:#include <queue> | content:#include <stack> | content:#include <forward_list> | content:#include <unordered_map> | content:#include <unordered_set> | content:#include <iostream> | content:#include <ostream> | content:#include <istream>
.h	C	
.hh	Hack	start:<?hh
.hh	C++	
.re	C++	content:/*!re2c | line:#include <
.re	Reason	
.m	Objective-C	line:@interface | line:@implementation | line:@protocol | line:@import | line:@end | line:#import | line:'#include '
.m	Mathematica	start:(* | content:BeginPackage[ | content:Module[{
.m	MATLAB	line:'function ' | line:function[ | line:classdef | line:%
.m	Objective-C	more:Objective-C>MATLAB
.m	MATLAB	
.mm	XML	start:<?xml | start:<map
.mm	Objective-C++	
.sc	SuperCollider	line:SynthDef | line:'var ' & content:.ar( | line:^ & content:.kr(
.sc	Scala	
.ts	XML	content:<TS | content:<TS>
.ts	TypeScript	
.tsx	XML	start:<?xml | start:<tileset
.tsx	TSX	
.php	Hack	start:<?hh
.php	PHP	
.inc	PHP	content:<?php
.inc	-	
.pl	Raku	line:use v6 | line:my class | line:unit module
.pl	Perl	line:use strict | line:use warnings | line:my $ | line:my @ | line:my % | line:my ( | line:'sub ' | line:'package ' | line:'use '
.pl	Prolog	line::- | content:' :-' | content:):-
.pl	Perl	
.pm	Raku	line:use v6 | line:unit module | line:unit class | line:my class
.pm	-	start:/* XPM
.pm	Perl	
.t	Raku	line:use v6
.t	Perl	
.rs	XML	start:<?xml
.rs	-	content:#pragma version & content:#pragma rs
.rs	Rust	
.d	DTrace	line:#pragma D option | line:BEGIN & content:printf( | start:#!/usr/sbin/dtrace
.d	D	line:'module ' | line:'import ' | line:version( | content:void main(
.d	Makefile	content:: \ | content:.o: | content:.h \
.d	D	
.v	Coq	line:'Require ' | line:'From ' & content:Import | line:Proof. | line:Qed. | line:'Inductive ' | line:'Lemma ' | line:'Theorem '
.v	Verilog	line:endmodule | line:always @ | line:`timescale | line:`include | line:'wire ' | line:'reg '
.v	V	line:'fn ' | line:'pub fn ' | line:'module ' | line:'import '
.v	Verilog	
.ml	Standard ML	line:'structure ' | line:'signature ' | line:'functor ' | content:fn x =>
.ml	OCaml	
.fs	GLSL	line:#version | line:'precision ' | line:'uniform ' | line:'varying ' | content:void main(
.fs	Forth	line:': ' | line:'\ '
.fs	F#	
.f	Forth	line:': ' | line:'\ '
.f	Fortran	
.pp	Puppet	line:'class ' & content:{ | line:'define ' & content:{ | content:' => ' | line:'node '
.pp	Pascal	
.pro	QMake	line:TEMPLATE | line:'QT ' | line:QT+= | line:'CONFIG ' | line:CONFIG+= | line:'SOURCES ' | line:SOURCES+=
.pro	Prolog	content:' :-' | line::- | content:):-
.pro	-	
.cl	OpenCL	content:__kernel | line:kernel void | content:__global
.cl	Common Lisp	
.l	Lex	line:%% | line:%{
.l	Common Lisp	line:(def | line:(in-package
.l	Roff	line:.TH | line:.Dd | start:.\" | start:'\"
.l	-	
.gd	GAP	line:Declare | line:##
.gd	GDScript	
.cls	VBA	start:VERSION 1.0 CLASS | line:Attribute VB_
.cls	TeX	line:\NeedsTeXFormat | line:\ProvidesClass | line:% | line:\
.cls	Apex	
.res	XML	start:<?xml | start:<
.res	ReScript	
.1	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.1	-	
.2	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.2	-	
.3	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3	-	
.4	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.4	-	
.5	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.5	-	
.6	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.6	-	
.7	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.7	-	
.8	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.8	-	
.9	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.9	-	
.0p	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.0p	-	
.1m	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.1m	-	
.1x	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.1x	-	
.1in	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.1in	-	
.3in	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3in	-	
.3m	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3m	-	
.3p	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3p	-	
.3pm	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3pm	-	
.3qt	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3qt	-	
.3x	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.3x	-	
.n	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.n	-	
.man	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.man	-	
.mdoc	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.mdoc	-	
.me	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.me	-	
.ms	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.ms	-	
.nr	Roff	start:.\" | line:.TH | line:.Dd | start:'\" | line:.SH | line:.so | line:.nr | line:.de | line:.ds
.nr	-	
.cgi	Python	line:'import ' | line:'from ' | line:'def '
.cgi	Perl	line:'use ' | line:'my $' | line:'sub '
.cgi	Shell	
.fcgi	PHP	content:<?php
.fcgi	Python	line:'import ' | line:'from ' | line:'def '
.fcgi	Perl	line:'use ' | line:'my $'
.fcgi	Ruby	line:'require ' | line:'require_relative '
.fcgi	Shell	
.spec	Python	content:PyInstaller | line:'a = Analysis('
.spec	Ruby	line:'describe ' | line:'RSpec.'
.spec	-	
.x	RPC	line:'program ' | line:'version ' | line:'struct ' | line:'typedef ' | line:%#
.x	-	
.p	Gnuplot	line:'set ' | line:'plot ' | line:'splot '
.p	-	
.e	Eiffel	line:feature | line:'class ' | line:inherit | line:'note'
.e	-	
.pd	Pure Data	start:#N canvas
.pd	-	
.nl	NewLisp	line:(
.nl	-	

"""##

  /// vendored.tsv
  static let vendored = ##"""
kind	pattern	note
directory	node_modules	npm, pnpm and Yarn packages
directory	bower_components	Bower packages
directory	jspm_packages	jspm packages
directory	_esy	esy packages
directory	elm-stuff	Elm packages
directory	vendor	Go, Composer, Bundler and hand-kept copies
directory	Vendor	hand-kept copies
directory	vendors	hand-kept copies
directory	third_party	hand-kept copies
directory	third-party	hand-kept copies
directory	thirdparty	hand-kept copies
directory	Third_Party	hand-kept copies
directory	Third-Party	hand-kept copies
directory	ThirdParty	hand-kept copies
directory	3rdparty	hand-kept copies
directory	3rd_party	hand-kept copies
directory	3rd-party	hand-kept copies
directory	3rdParty	hand-kept copies
directory	external	hand-kept copies
directory	External	hand-kept copies
directory	externals	hand-kept copies
directory	Externals	hand-kept copies
directory	extern	hand-kept copies
directory	Extern	hand-kept copies
prefix	deps/	Mix and Rebar checkouts, hand-kept copies
prefix	dependencies/	hand-kept copies
prefix	Dependencies/	hand-kept copies
directory	Godeps	Go, before modules
directory	Pods	CocoaPods checkouts
directory	Carthage	Carthage checkouts
directory	Sparkle	the update framework, copied
directory	Crashlytics.framework	a binary framework
directory	Fabric.framework	a binary framework
directory	Realm.framework	a binary framework
directory	RealmSwift.framework	a binary framework
directory	.build	SwiftPM build directory
directory	SourcePackages	Xcode package checkouts
directory	site-packages	a Python environment
settings	env	a Python environment, or what machines differ in
directory	.venv	a Python environment
directory	.tox	a Python environment
directory	.nox	a Python environment
directory	__pycache__	compiled Python
directory	.eggs	Python build requirements
directory	dist	output of a build
directory	.next	output of Next.js
directory	.nuxt	output of Nuxt
directory	.svelte-kit	output of SvelteKit
directory	.dart_tool	state of Dart tools
directory	.gradle	state of Gradle
directory	.terraform	state of Terraform
directory	.bundle	state of Bundler
directory	.yarn	Yarn itself and its plug-ins
directory	.git	a repository
settings	.github	settings of a forge
settings	.vscode	settings of an editor
settings	.idea	settings of an editor
directory	.google_apis	copied by a tool
directory	cache	kept by a tool
directory	.cache	kept by a tool
directory	testdata	input of tests
path	**/test/fixtures/**	input of tests
path	**/tests/fixtures/**	input of tests
path	**/Test/fixtures/**	input of tests
path	**/Tests/fixtures/**	input of tests
path	**/spec/fixtures/**	input of tests
path	**/specs/fixtures/**	input of tests
path	**/Spec/fixtures/**	input of tests
path	**/Specs/fixtures/**	input of tests
path	**/inst/extdata/**	data of an R package
settings	vignettes	articles of an R package
directory	admin_media	copied by Django
directory	ace-builds	the editor, copied
directory	bootstrap-datepicker	copied
directory	puphpet	copied by a service
directory	extjs	the framework, copied
directory	MathJax	the renderer, copied
directory	flow-typed	declarations of types, downloaded
directory	fontawesome	the font, copied
directory	font-awesome	the font, copied
path	**/tiny_mce/langs/**	the editor, copied
path	**/tiny_mce/plugins/**	the editor, copied
path	**/tiny_mce/themes/**	the editor, copied
path	**/tiny_mce/utils/**	the editor, copied
path	**/codemirror/lib/**	the editor, copied
path	**/codemirror/mode/**	the editor, copied
path	**/codemirror/addon/**	the editor, copied
path	**/codemirror/theme/**	the editor, copied
path	**/codemirror/keymap/**	the editor, copied
path	**/docs/_build/**	output of Sphinx
path	**/docs/build/**	output of a generator
path	**/docs/_static/**	files of a theme
path	**/docs/static/**	files of a theme
path	**/docs/_themes/**	files of a theme
path	**/docs/themes/**	files of a theme
path	**/docs/_templates/**	files of a theme
path	**/docs/templates/**	files of a theme
path	**/doc/_build/**	output of Sphinx
path	**/doc/_static/**	files of a theme
path	**/doc/_themes/**	files of a theme
path	**/doc/_templates/**	files of a theme
path	**/*.xctemplate/**	a template of Xcode
path	**/*.imageset/**	pictures of Xcode
prefix	debian/	Debian packaging
path	**/gradle/wrapper/**	Gradle wrapper
path	**/.mvn/wrapper/**	Maven wrapper
file	gradlew	Gradle wrapper
file	gradlew.bat	Gradle wrapper
file	mvnw	Maven wrapper
file	mvnw.cmd	Maven wrapper
file	activator	wrapper of Play
file	activator.bat	wrapper of Play
file	Jenkinsfile	a pipeline, not a program
file	Vagrantfile	a machine, not a program
file	.gitpod.Dockerfile	settings of a service
file	fabfile.py	tasks of Fabric
file	configure	written by autoconf
file	config.guess	from GNU config
file	config.sub	from GNU config
file	aclocal.m4	written by aclocal
file	libtool.m4	from libtool
file	ltoptions.m4	from libtool
file	ltsugar.m4	from libtool
file	ltversion.m4	from libtool
file	lt~obsolete.m4	from libtool
file	dotnet-install.ps1	from Microsoft
file	dotnet-install.sh	from Microsoft
file	cpplint.py	from Google
file	erlang.mk	the build tool, copied
file	waf	the build tool, copied
path	rebar	the build tool, copied
file	.osx	settings of a machine
file	.indent.pro	settings of a tool
file	*.min.js	minified
file	*-min.js	minified
file	*.min.css	minified
file	*-min.css	minified
file	jquery*.js	jQuery or a plugin, copied
file	jquery-ui*.css	jQuery UI, copied
file	jquery.ui*.css	jQuery UI, copied
file	jquery.fancybox.css	copied
file	jquery.effects.*.css	copied
file	bootstrap*.js	Bootstrap, copied
file	bootstrap*.css	Bootstrap, copied
file	bootstrap*.scss	Bootstrap, copied
file	bootstrap*.less	Bootstrap, copied
file	custom.bootstrap*css	Bootstrap, copied
file	custom.bootstrap*js	Bootstrap, copied
file	*import.css	lists of other files
file	*import.scss	lists of other files
file	*import.less	lists of other files
file	*import.styl	lists of other files
file	normalize.css	copied
file	normalize.scss	copied
file	normalize.less	copied
file	normalize.styl	copied
file	skeleton.css	copied
file	animate.css	copied
file	animate.scss	copied
file	animate.less	copied
file	font-awesome.css	copied
file	font-awesome.scss	copied
file	font-awesome.less	copied
file	fontawesome.css	copied
file	foundation.css	Foundation, copied
file	foundation.scss	Foundation, copied
file	foundation.js	Foundation, copied
file	foundation.*.js	Foundation, copied
file	materialize.css	Materialize, copied
file	materialize.scss	Materialize, copied
file	materialize.js	Materialize, copied
file	bulma.css	Bulma, copied
file	bulma.sass	Bulma, copied
file	bulma.scss	Bulma, copied
file	octicons.css	copied
file	fontello*.css	copied
file	modernizr-*.js	copied
file	modernizr.custom.*.js	copied
file	html5shiv.js	copied
file	prototype*.js	copied
file	effects.js	script.aculo.us, copied
file	controls.js	script.aculo.us, copied
file	dragdrop.js	script.aculo.us, copied
file	dojo.js	copied
file	MochiKit.js	copied
file	mootools*.js	copied
file	yahoo-*.js	YUI, copied
file	yui*.js	YUI, copied
file	ckeditor.js	the editor, copied
file	tiny_mce*.js	the editor, copied
file	d3.js	D3, copied
file	d3.v*.js	D3, copied
file	d3-*.js	D3, copied
file	react.js	React, copied
file	react-*.js	React, copied
file	angular*.js	AngularJS, copied
file	knockout-*.js	Knockout, copied
file	cordova*.js	Cordova, copied
file	Chart.js	copied
file	fuelux.js	copied
file	bootbox.js	copied
file	pdf.worker.js	copied
file	slick.*.js	copied
file	leaflet.draw-src.js	copied
file	leaflet.draw.css	copied
file	leaflet.spin.js	copied
file	Control.FullScreen.css	copied
file	Control.FullScreen.js	copied
file	shBrush*.js	SyntaxHighlighter, copied
file	shCore.js	SyntaxHighlighter, copied
file	shLegacy.js	SyntaxHighlighter, copied
file	*-vsdoc.js	hints for Visual Studio
file	*.intellisense.js	hints for Visual Studio
file	MicrosoftAjax*.js	copied
file	MicrosoftMvc*.js	copied
file	proguard.pro	rules of a shrinker, not a program
file	proguard-rules.pro	rules of a shrinker, not a program
file	*.d.ts	declarations of types, mostly written by a compiler

"""##

  /// documentation.tsv
  static let documentation = ##"""
kind	pattern	note
prefix	doc/	at the root
prefix	docs/	at the root
prefix	Doc/	at the root
prefix	Docs/	at the root
prefix	man/	at the root
prefix	Man/	at the root
prefix	examples/	at the root
prefix	Examples/	at the root
prefix	demo/	at the root
prefix	demos/	at the root
prefix	Demo/	at the root
prefix	Demos/	at the root
prefix	sample/	at the root
prefix	samples/	at the root
prefix	Sample/	at the root
prefix	Samples/	at the root
directory	documentation	anywhere
directory	Documentation	anywhere
directory	javadoc	anywhere
directory	Javadoc	anywhere
directory	groovydoc	anywhere
directory	Groovydoc	anywhere
path	**/inst/doc/**	R packages
file	README	any spelling of the extension
file	README.*	
file	Readme	
file	Readme.*	
file	readme	
file	readme.*	
file	CHANGE	
file	CHANGE.*	
file	CHANGELOG	
file	CHANGELOG.*	
file	CHANGES	
file	CHANGES.*	
file	CONTRIBUTING	
file	CONTRIBUTING.*	
file	COPYING	
file	COPYING.*	
file	INSTALL	
file	INSTALL.*	
file	LICENSE	
file	LICENSE.*	
file	LICENCE	
file	LICENCE.*	
file	License	
file	License.*	
file	Licence	
file	Licence.*	
file	license	
file	license.*	
file	licence	
file	licence.*	
file	CITATION	
file	CITATION.*	
file	CITATIONS	
file	CITATIONS.*	

"""##

  /// generated.tsv
  static let generated = ##"""
kind	pattern	lines	extensions	note
file	package-lock.json			lock file
file	npm-shrinkwrap.json			lock file
file	yarn.lock			lock file
file	pnpm-lock.yaml			lock file
file	bun.lock			lock file
file	bun.lockb			lock file
file	deno.lock			lock file
file	Cargo.lock			lock file
file	Gemfile.lock			lock file
file	composer.lock			lock file
file	poetry.lock			lock file
file	uv.lock			lock file
file	pdm.lock			lock file
file	Pipfile.lock			lock file
file	pixi.lock			lock file
file	go.sum			lock file
file	go.work.sum			lock file
file	mix.lock			lock file
file	rebar.lock			lock file
file	pubspec.lock			lock file
file	Podfile.lock			lock file
file	Package.resolved			lock file
file	Cartfile.resolved			lock file
file	flake.lock			lock file
file	packages.lock.json			lock file
file	gradle.lockfile			lock file
file	cabal.project.freeze			lock file
file	stack.yaml.lock			lock file
file	conan.lock			lock file
file	renv.lock			lock file
file	shard.lock			lock file
file	spago.lock			lock file
file	symfony.lock			lock file
file	Gopkg.lock			lock file
file	glide.lock			lock file
file	esy.lock			lock file
file	MODULE.bazel.lock			lock file
file	.terraform.lock.hcl			lock file
file	*.designer.cs			Visual Studio
file	*.Designer.cs			Visual Studio
file	*.designer.vb			Visual Studio
file	*.Designer.vb			Visual Studio
file	*.feature.cs			SpecFlow
file	*_tlb.pas			Delphi
file	*_TLB.pas			Delphi
file	*.zep.c			Zephir
file	*.zep.h			Zephir
file	*.zep.php			Zephir
file	.pnp.*			Yarn
file	*.js.map			source map
file	*.css.map			source map
file	*.nib			Interface Builder
file	*.xcworkspacedata			Xcode
file	*.xcuserstate			Xcode
file	*.pbxproj			Xcode
directory	__generated__			Relay
marker	Code generated by	40	.go	the Go convention
marker	This file was autogenerated by go-to-protobuf	20	.proto	go-to-protobuf
marker	Generated by the protocol buffer compiler.  DO NOT EDIT!	3	.py .java .h .cc .cpp .m .rb .php	protoc
marker	GENERATED CODE -- DO NOT EDIT!	6	.js	protoc
marker	Autogenerated by Thrift Compiler	6	.rb .py .go .js .m .java .h .cc .cpp .php	Thrift
marker	/* DO NOT EDIT THIS FILE - it is machine generated */	1	.h	javah
marker	Generated by PEG.js	5	.js	PEG.js
marker	// Generated by 	1	.js	CoffeeScript and others
marker	/* parser generated by jison 	1	.js	Jison
marker	/* generated by jison-lex 	1	.js	Jison
marker	Generated by Cython	1	.c .cpp	Cython
marker	# This file is automatically generated by Racc	3	.rb	Racc
marker	/* The following code was generated by JFlex 	1	.java	JFlex
marker	// This is a generated file. Not intended for manual editing.	1	.java	Grammar-Kit
marker	This file is generated by jOOQ.	2	.java	jOOQ
marker	% Generated by roxygen2: do not edit by hand	1	.rd	roxygen2
marker	// Generated by the gRPC	1	.cpp .hpp .h .cc	gRPC
marker	GENERATED CODE - DO NOT MODIFY	1	.dart	build_runner
marker	generated code - do not modify	1	.dart	build_runner
marker	Automatically created by Devel::PPPort	9	.h	Devel::PPPort
marker	Generated by Haxe	3	.js .py .lua .cpp .h .java .cs .php	Haxe
marker	/* GIMP 	1	.c .h	GIMP, a picture as source
marker	/*  GIMP header image file format 	1	.c .h	GIMP, a picture as source
marker	# Microsoft Developer Studio Generated Build File	3	.dsp	Visual Studio 6
marker	%%Creator: 	10	.ps .eps .pfa	a program that draws
marker	PCBNEW-LibModule-V	1	.mod	KiCad
marker	GFORTRAN module version '	1	.mod	gfortran
marker	generated by Xtest	2	.g	ANTLR tests
marker	<!-- Generated by pkgdown: do not edit by hand -->	2	.html .htm .xhtml	pkgdown
marker	<!-- This is an automatically generated file.	3	.html .htm .xhtml	several tools
marker	<!-- Generated by Doxygen 	31	.html .htm .xhtml	Doxygen
marker	content="Org mode	31	.html .htm .xhtml	Org
marker	content="Org-mode	31	.html .htm .xhtml	Org
marker	content="LaTeX2HTML	31	.html .htm .xhtml	LaTeX2HTML
marker	content="groff 	31	.html .htm .xhtml	groff
marker	content="makeinfo 	31	.html .htm .xhtml	Texinfo
marker	content="texi2html 	31	.html .htm .xhtml	Texinfo
marker	content="ronn/	31	.html .htm .xhtml	Ronn
tail	# sourceMappingURL	2	.js .css	output of a compiler with a source map
tail	@ sourceMappingURL	2	.js .css	output of a compiler with a source map
tail	# sourceURL	2	.js .css	output of a compiler with a source map
tail	sourceURL=	2	.js .css	output of a compiler with a source map
minified	110		.js .css	mean bytes of a line above which a script or a style sheet is taken for minified

"""##

  /// technologies.tsv
  static let technologies = ##"""
name	category	kind	ecosystem	pattern
React	ui_framework	dependency	npm	react
React	ui_framework	dependency	npm	react-dom
React Native	mobile	dependency	npm	react-native
Expo	mobile	dependency	npm	expo
Next.js	web_framework	dependency	npm	next
Next.js	web_framework	file	-	next.config.*
Remix	web_framework	dependency	npm	@remix-run/react
Remix	web_framework	dependency	npm	@remix-run/node
React Router	ui_library	dependency	npm	react-router
React Router	ui_library	dependency	npm	react-router-dom
React Router	ui_library	dependency	npm	@react-router/dev
Gatsby	static_site	dependency	npm	gatsby
Gatsby	static_site	file	-	gatsby-config.*
Preact	ui_framework	dependency	npm	preact
Vue.js	ui_framework	dependency	npm	vue
Vue.js	ui_framework	file	-	*.vue
Nuxt	web_framework	dependency	npm	nuxt
Nuxt	web_framework	dependency	npm	nuxt3
Nuxt	web_framework	file	-	nuxt.config.*
Pinia	ui_library	dependency	npm	pinia
Vuex	ui_library	dependency	npm	vuex
Angular	ui_framework	dependency	npm	@angular/core
Angular	ui_framework	file	-	angular.json
AngularJS	ui_framework	dependency	npm	angular
Svelte	ui_framework	dependency	npm	svelte
Svelte	ui_framework	file	-	svelte.config.*
SvelteKit	web_framework	dependency	npm	@sveltejs/kit
SolidJS	ui_framework	dependency	npm	solid-js
Qwik	ui_framework	dependency	npm	@builder.io/qwik
Qwik	ui_framework	dependency	npm	@qwik.dev/core
Astro	static_site	dependency	npm	astro
Astro	static_site	file	-	astro.config.*
Lit	ui_framework	dependency	npm	lit
Lit	ui_framework	dependency	npm	lit-element
Ember.js	ui_framework	dependency	npm	ember-source
Ember.js	ui_framework	file	-	ember-cli-build.js
Alpine.js	ui_library	dependency	npm	alpinejs
htmx	ui_library	dependency	npm	htmx.org
Stencil	ui_framework	dependency	npm	@stencil/core
jQuery	ui_library	dependency	npm	jquery
Redux	ui_library	dependency	npm	redux
Redux	ui_library	dependency	npm	@reduxjs/toolkit
Zustand	ui_library	dependency	npm	zustand
MobX	ui_library	dependency	npm	mobx
TanStack Query	ui_library	dependency	npm	@tanstack/react-query
TanStack Query	ui_library	dependency	npm	react-query
TanStack Query	ui_library	dependency	npm	@tanstack/vue-query
RxJS	library	dependency	npm	rxjs
Three.js	graphics	dependency	npm	three
D3	graphics	dependency	npm	d3
Chart.js	graphics	dependency	npm	chart.js
Tailwind CSS	css	dependency	npm	tailwindcss
Tailwind CSS	css	file	-	tailwind.config.*
Bootstrap	css	dependency	npm	bootstrap
Material UI	css	dependency	npm	@mui/material
Material UI	css	dependency	npm	@material-ui/core
Ant Design	css	dependency	npm	antd
Chakra UI	css	dependency	npm	@chakra-ui/react
shadcn/ui	css	file	-	components.json
Sass	css	dependency	npm	sass
Sass	css	dependency	npm	node-sass
Less	css	dependency	npm	less
PostCSS	css	dependency	npm	postcss
PostCSS	css	file	-	postcss.config.*
styled-components	css	dependency	npm	styled-components
Emotion	css	dependency	npm	@emotion/react
Express	web_framework	dependency	npm	express
Fastify	web_framework	dependency	npm	fastify
NestJS	web_framework	dependency	npm	@nestjs/core
NestJS	web_framework	file	-	nest-cli.json
Koa	web_framework	dependency	npm	koa
Hono	web_framework	dependency	npm	hono
hapi	web_framework	dependency	npm	@hapi/hapi
Socket.IO	messaging	dependency	npm	socket.io
Socket.IO	messaging	dependency	npm	socket.io-client
Socket.IO	messaging	dependency	pypi	python-socketio
tRPC	api	dependency	npm	@trpc/server
tRPC	api	dependency	npm	@trpc/client
GraphQL	api	dependency	npm	graphql
GraphQL	api	dependency	pypi	graphene
GraphQL	api	dependency	pypi	strawberry-graphql
GraphQL	api	dependency	go	github.com/99designs/gqlgen
GraphQL	api	dependency	rubygems	graphql
GraphQL	api	file	-	*.graphql
GraphQL	api	dependency	npm	graphql-yoga
GraphQL	api	dependency	npm	@graphql-codegen/cli
GraphQL	api	dependency	maven	com.graphql-java:graphql-java
GraphQL	api	dependency	composer	webonyx/graphql-php
GraphQL	api	dependency	hex	absinthe
GraphQL	api	dependency	cargo	async-graphql
GraphQL	api	dependency	cargo	juniper
GraphQL	api	file	-	*.gql
Apollo GraphQL	api	dependency	npm	@apollo/server
Apollo GraphQL	api	dependency	npm	@apollo/client
Apollo GraphQL	api	dependency	npm	apollo-server
Electron	desktop	dependency	npm	electron
Tauri	desktop	dependency	npm	@tauri-apps/api
Tauri	desktop	dependency	cargo	tauri
Tauri	desktop	file	-	tauri.conf.json
Capacitor	mobile	dependency	npm	@capacitor/core
Capacitor	mobile	file	-	capacitor.config.*
Ionic	mobile	dependency	npm	@ionic/react
Ionic	mobile	dependency	npm	@ionic/angular
Ionic	mobile	dependency	npm	@ionic/vue
Ionic	mobile	file	-	ionic.config.json
Apache Cordova	mobile	dependency	npm	cordova
NativeScript	mobile	dependency	npm	@nativescript/core
Vite	build_tool	dependency	npm	vite
Vite	build_tool	file	-	vite.config.*
Webpack	build_tool	dependency	npm	webpack
Webpack	build_tool	file	-	webpack.config.*
Rollup	build_tool	dependency	npm	rollup
Rollup	build_tool	file	-	rollup.config.*
esbuild	build_tool	dependency	npm	esbuild
Parcel	build_tool	dependency	npm	parcel
Parcel	build_tool	dependency	npm	parcel-bundler
SWC	build_tool	dependency	npm	@swc/core
SWC	build_tool	file	-	.swcrc
Babel	build_tool	dependency	npm	@babel/core
Babel	build_tool	file	-	babel.config.*
Babel	build_tool	file	-	.babelrc
Turborepo	build_tool	dependency	npm	turbo
Turborepo	build_tool	file	-	turbo.json
Nx	build_tool	dependency	npm	nx
Nx	build_tool	file	-	nx.json
Lerna	build_tool	dependency	npm	lerna
Lerna	build_tool	file	-	lerna.json
Gulp	build_tool	dependency	npm	gulp
Gulp	build_tool	file	-	gulpfile.*
Grunt	build_tool	dependency	npm	grunt
Grunt	build_tool	file	-	Gruntfile.*
Rspack	build_tool	dependency	npm	@rspack/core
TypeScript	language	dependency	npm	typescript
TypeScript	language	file	-	tsconfig.json
Node.js	runtime	file	-	package.json
Node.js	runtime	file	-	.nvmrc
Node.js	runtime	file	-	.node-version
Node.js	runtime	dependency	docker	node
Node.js	runtime	dependency	gha	actions/setup-node
Deno	runtime	file	-	deno.json
Deno	runtime	file	-	deno.jsonc
Deno	runtime	file	-	deno.lock
Deno	runtime	dependency	docker	denoland/deno
Deno	runtime	dependency	gha	denoland/setup-deno
Bun	runtime	file	-	bun.lockb
Bun	runtime	file	-	bun.lock
Bun	runtime	file	-	bunfig.toml
Bun	runtime	dependency	docker	oven/bun
Bun	runtime	dependency	gha	oven-sh/setup-bun
npm	package_manager	file	-	package-lock.json
npm	package_manager	file	-	npm-shrinkwrap.json
Yarn	package_manager	file	-	yarn.lock
Yarn	package_manager	file	-	.yarnrc.yml
pnpm	package_manager	file	-	pnpm-lock.yaml
pnpm	package_manager	file	-	pnpm-workspace.yaml
pnpm	package_manager	dependency	gha	pnpm/action-setup
Jest	testing	dependency	npm	jest
Jest	testing	file	-	jest.config.*
Vitest	testing	dependency	npm	vitest
Vitest	testing	file	-	vitest.config.*
Mocha	testing	dependency	npm	mocha
Mocha	testing	file	-	.mocharc.*
Jasmine	testing	dependency	npm	jasmine
Jasmine	testing	dependency	npm	jasmine-core
Karma	testing	dependency	npm	karma
Karma	testing	file	-	karma.conf.*
Cypress	testing	dependency	npm	cypress
Cypress	testing	file	-	cypress.config.*
Cypress	testing	file	-	cypress.json
Playwright	testing	dependency	npm	@playwright/test
Playwright	testing	dependency	npm	playwright
Playwright	testing	dependency	pypi	playwright
Playwright	testing	file	-	playwright.config.*
Playwright	testing	dependency	docker	mcr.microsoft.com/playwright
Playwright	testing	dependency	nuget	Microsoft.Playwright
Playwright	testing	dependency	maven	com.microsoft.playwright:playwright
Puppeteer	testing	dependency	npm	puppeteer
Testing Library	testing	dependency	npm	@testing-library/react
Testing Library	testing	dependency	npm	@testing-library/dom
Testing Library	testing	dependency	npm	@testing-library/vue
Storybook	testing	dependency	npm	storybook
Storybook	testing	dependency	npm	@storybook/react
Storybook	testing	path	-	.storybook/main.*
Selenium	testing	dependency	npm	selenium-webdriver
Selenium	testing	dependency	pypi	selenium
Selenium	testing	dependency	maven	org.seleniumhq.selenium:selenium-java
Selenium	testing	dependency	rubygems	selenium-webdriver
Selenium	testing	dependency	nuget	Selenium.WebDriver
k6	testing	dependency	npm	k6
k6	testing	dependency	docker	grafana/k6
ESLint	linter	dependency	npm	eslint
ESLint	linter	file	-	.eslintrc*
ESLint	linter	file	-	eslint.config.*
Prettier	linter	dependency	npm	prettier
Prettier	linter	file	-	.prettierrc*
Prettier	linter	file	-	prettier.config.*
Biome	linter	dependency	npm	@biomejs/biome
Biome	linter	file	-	biome.json
Biome	linter	file	-	biome.jsonc
Stylelint	linter	dependency	npm	stylelint
Stylelint	linter	file	-	.stylelintrc*
Husky	linter	dependency	npm	husky
Husky	linter	path	-	.husky/*
pre-commit	linter	file	-	.pre-commit-config.yaml
EditorConfig	linter	file	-	.editorconfig
Prisma	orm	dependency	npm	prisma
Prisma	orm	dependency	npm	@prisma/client
Prisma	orm	file	-	schema.prisma
TypeORM	orm	dependency	npm	typeorm
Sequelize	orm	dependency	npm	sequelize
Drizzle	orm	dependency	npm	drizzle-orm
Drizzle	orm	file	-	drizzle.config.*
Knex.js	orm	dependency	npm	knex
Mongoose	orm	dependency	npm	mongoose
MikroORM	orm	dependency	npm	@mikro-orm/core
Zod	validation	dependency	npm	zod
Python	runtime	file	-	pyproject.toml
Python	runtime	file	-	requirements.txt
Python	runtime	file	-	setup.py
Python	runtime	file	-	.python-version
Python	runtime	dependency	docker	python
Python	runtime	dependency	conda	python
Python	runtime	dependency	gha	actions/setup-python
Python	runtime	file	-	setup.cfg
Python	runtime	file	-	Pipfile
pip	package_manager	file	-	requirements.txt
pip	package_manager	file	-	requirements-*.txt
Poetry	package_manager	file	-	poetry.lock
Poetry	package_manager	dependency	pypi	poetry
Poetry	package_manager	dependency	pypi	poetry-core
Pipenv	package_manager	file	-	Pipfile
Pipenv	package_manager	file	-	Pipfile.lock
uv	package_manager	file	-	uv.lock
uv	package_manager	dependency	gha	astral-sh/setup-uv
uv	package_manager	dependency	pypi	uv
uv	package_manager	dependency	pypi	uv_build
PDM	package_manager	file	-	pdm.lock
PDM	package_manager	dependency	pypi	pdm
PDM	package_manager	dependency	pypi	pdm-backend
Conda	package_manager	file	-	environment.yml
Conda	package_manager	file	-	environment.yaml
Django	web_framework	dependency	pypi	django
Django	web_framework	file	-	manage.py
Django REST framework	api	dependency	pypi	djangorestframework
Flask	web_framework	dependency	pypi	flask
FastAPI	web_framework	dependency	pypi	fastapi
Starlette	web_framework	dependency	pypi	starlette
Tornado	web_framework	dependency	pypi	tornado
aiohttp	web_framework	dependency	pypi	aiohttp
Pyramid	web_framework	dependency	pypi	pyramid
Litestar	web_framework	dependency	pypi	litestar
Uvicorn	server	dependency	pypi	uvicorn
Gunicorn	server	dependency	pypi	gunicorn
Pydantic	validation	dependency	pypi	pydantic
SQLAlchemy	orm	dependency	pypi	sqlalchemy
SQLModel	orm	dependency	pypi	sqlmodel
Alembic	orm	dependency	pypi	alembic
Alembic	orm	file	-	alembic.ini
Peewee	orm	dependency	pypi	peewee
Celery	queue	dependency	pypi	celery
RQ	queue	dependency	pypi	rq
Dramatiq	queue	dependency	pypi	dramatiq
NumPy	data_science	dependency	pypi	numpy
pandas	data_science	dependency	pypi	pandas
Polars	data_science	dependency	pypi	polars
Polars	data_science	dependency	cargo	polars
SciPy	data_science	dependency	pypi	scipy
Matplotlib	data_science	dependency	pypi	matplotlib
Plotly	data_science	dependency	pypi	plotly
Plotly	data_science	dependency	npm	plotly.js
scikit-learn	machine_learning	dependency	pypi	scikit-learn
TensorFlow	machine_learning	dependency	pypi	tensorflow
TensorFlow	machine_learning	dependency	npm	@tensorflow/tfjs
TensorFlow	machine_learning	dependency	docker	tensorflow/tensorflow
PyTorch	machine_learning	dependency	pypi	torch
PyTorch	machine_learning	dependency	docker	pytorch/pytorch
PyTorch	machine_learning	dependency	conda	pytorch
PyTorch	machine_learning	dependency	pypi	torchvision
PyTorch	machine_learning	dependency	pypi	pytorch-lightning
PyTorch	machine_learning	dependency	pypi	lightning
Keras	machine_learning	dependency	pypi	keras
XGBoost	machine_learning	dependency	pypi	xgboost
Hugging Face Transformers	machine_learning	dependency	pypi	transformers
Hugging Face Transformers	machine_learning	dependency	npm	@huggingface/transformers
LangChain	ai	dependency	pypi	langchain
LangChain	ai	dependency	npm	langchain
LlamaIndex	ai	dependency	pypi	llama-index
LlamaIndex	ai	dependency	npm	llamaindex
OpenAI API	ai	dependency	pypi	openai
OpenAI API	ai	dependency	npm	openai
OpenAI API	ai	dependency	nuget	OpenAI
Anthropic API	ai	dependency	pypi	anthropic
Anthropic API	ai	dependency	npm	@anthropic-ai/sdk
Ollama	ai	dependency	pypi	ollama
Ollama	ai	dependency	npm	ollama
Ollama	ai	dependency	docker	ollama/ollama
MLflow	machine_learning	dependency	pypi	mlflow
OpenCV	machine_learning	dependency	pypi	opencv-python
OpenCV	machine_learning	dependency	conan	opencv
Jupyter	data_science	dependency	pypi	jupyter
Jupyter	data_science	dependency	pypi	notebook
Jupyter	data_science	dependency	pypi	jupyterlab
Jupyter	data_science	file	-	*.ipynb
Streamlit	data_science	dependency	pypi	streamlit
Gradio	data_science	dependency	pypi	gradio
Dash	data_science	dependency	pypi	dash
Apache Spark	data_engineering	dependency	pypi	pyspark
Apache Spark	data_engineering	dependency	maven	org.apache.spark:*
Apache Airflow	data_engineering	dependency	pypi	apache-airflow
Apache Airflow	data_engineering	dependency	docker	apache/airflow
dbt	data_engineering	dependency	pypi	dbt-core
dbt	data_engineering	file	-	dbt_project.yml
Dagster	data_engineering	dependency	pypi	dagster
Prefect	data_engineering	dependency	pypi	prefect
pytest	testing	dependency	pypi	pytest
pytest	testing	file	-	pytest.ini
pytest	testing	file	-	conftest.py
pytest	testing	dependency	pypi	pytest-asyncio
pytest	testing	dependency	pypi	pytest-xdist
tox	testing	dependency	pypi	tox
tox	testing	file	-	tox.ini
nox	testing	dependency	pypi	nox
nox	testing	file	-	noxfile.py
Hypothesis	testing	dependency	pypi	hypothesis
Locust	testing	dependency	pypi	locust
Ruff	linter	dependency	pypi	ruff
Ruff	linter	file	-	ruff.toml
Ruff	linter	file	-	.ruff.toml
Black	linter	dependency	pypi	black
mypy	linter	dependency	pypi	mypy
mypy	linter	file	-	mypy.ini
Pyright	linter	dependency	pypi	pyright
Pyright	linter	file	-	pyrightconfig.json
Flake8	linter	dependency	pypi	flake8
Flake8	linter	file	-	.flake8
Pylint	linter	dependency	pypi	pylint
Pylint	linter	file	-	.pylintrc
Scrapy	library	dependency	pypi	scrapy
Scrapy	library	file	-	scrapy.cfg
Click	library	dependency	pypi	click
Typer	library	dependency	pypi	typer
Go	runtime	file	-	go.mod
Go	runtime	file	-	go.work
Go	runtime	dependency	docker	golang
Go	runtime	dependency	gha	actions/setup-go
Gin	web_framework	dependency	go	github.com/gin-gonic/gin
Echo	web_framework	dependency	go	github.com/labstack/echo*
Fiber	web_framework	dependency	go	github.com/gofiber/fiber*
Chi	web_framework	dependency	go	github.com/go-chi/chi*
Gorilla Mux	web_framework	dependency	go	github.com/gorilla/mux
GORM	orm	dependency	go	gorm.io/gorm
Ent	orm	dependency	go	entgo.io/ent
sqlc	orm	file	-	sqlc.yaml
sqlc	orm	file	-	sqlc.yml
Cobra	library	dependency	go	github.com/spf13/cobra
Bubble Tea	library	dependency	go	github.com/charmbracelet/bubbletea
golangci-lint	linter	file	-	.golangci.yml
golangci-lint	linter	file	-	.golangci.yaml
golangci-lint	linter	dependency	gha	golangci/golangci-lint-action
GoReleaser	build_tool	file	-	.goreleaser.yml
GoReleaser	build_tool	file	-	.goreleaser.yaml
Rust	runtime	file	-	Cargo.toml
Rust	runtime	file	-	rust-toolchain.toml
Rust	runtime	dependency	docker	rust
Rust	runtime	dependency	gha	dtolnay/rust-toolchain
Rust	runtime	dependency	gha	actions-rs/toolchain
Rust	runtime	dependency	gha	Swatinem/rust-cache
Rust	runtime	file	-	rust-toolchain
Cargo	package_manager	file	-	Cargo.lock
Tokio	library	dependency	cargo	tokio
Tokio	library	dependency	cargo	tokio-util
Tokio	library	dependency	cargo	tokio-stream
Actix Web	web_framework	dependency	cargo	actix-web
Axum	web_framework	dependency	cargo	axum
Rocket	web_framework	dependency	cargo	rocket
Warp	web_framework	dependency	cargo	warp
Serde	library	dependency	cargo	serde
Diesel	orm	dependency	cargo	diesel
Diesel	orm	file	-	diesel.toml
SQLx	orm	dependency	cargo	sqlx
SeaORM	orm	dependency	cargo	sea-orm
clap	library	dependency	cargo	clap
Bevy	game	dependency	cargo	bevy
Leptos	ui_framework	dependency	cargo	leptos
Yew	ui_framework	dependency	cargo	yew
wasm-bindgen	library	dependency	cargo	wasm-bindgen
Criterion.rs	testing	dependency	cargo	criterion
Clippy	linter	file	-	clippy.toml
Clippy	linter	file	-	.clippy.toml
Ruby	runtime	file	-	Gemfile
Ruby	runtime	file	-	.ruby-version
Ruby	runtime	dependency	docker	ruby
Ruby	runtime	dependency	gha	ruby/setup-ruby
Ruby	runtime	file	-	*.gemspec
Bundler	package_manager	file	-	Gemfile.lock
Ruby on Rails	web_framework	dependency	rubygems	rails
Ruby on Rails	web_framework	path	-	config/application.rb
Ruby on Rails	web_framework	dependency	rubygems	railties
Ruby on Rails	web_framework	dependency	rubygems	actionpack
Sinatra	web_framework	dependency	rubygems	sinatra
Hanami	web_framework	dependency	rubygems	hanami
Sidekiq	queue	dependency	rubygems	sidekiq
Puma	server	dependency	rubygems	puma
RSpec	testing	dependency	rubygems	rspec
RSpec	testing	dependency	rubygems	rspec-rails
RSpec	testing	file	-	.rspec
Minitest	testing	dependency	rubygems	minitest
RuboCop	linter	dependency	rubygems	rubocop
RuboCop	linter	file	-	.rubocop.yml
Devise	auth	dependency	rubygems	devise
Jekyll	static_site	dependency	rubygems	jekyll
Fastlane	ci	dependency	rubygems	fastlane
Fastlane	ci	path	-	fastlane/Fastfile
CocoaPods	package_manager	file	-	Podfile
CocoaPods	package_manager	file	-	Podfile.lock
PHP	runtime	file	-	composer.json
PHP	runtime	dependency	docker	php
PHP	runtime	dependency	gha	shivammathur/setup-php
Composer	package_manager	file	-	composer.lock
Laravel	web_framework	dependency	composer	laravel/framework
Laravel	web_framework	file	-	artisan
Laravel	web_framework	dependency	composer	laravel/lumen-framework
Laravel	web_framework	dependency	composer	illuminate/*
Symfony	web_framework	dependency	composer	symfony/framework-bundle
Symfony	web_framework	file	-	symfony.lock
Symfony	web_framework	dependency	composer	symfony/symfony
Symfony	web_framework	dependency	composer	symfony/http-kernel
CodeIgniter	web_framework	dependency	composer	codeigniter4/framework
CakePHP	web_framework	dependency	composer	cakephp/cakephp
Slim	web_framework	dependency	composer	slim/slim
WordPress	cms	dependency	docker	wordpress
WordPress	cms	file	-	wp-config.php
Drupal	cms	dependency	composer	drupal/core
Drupal	cms	dependency	composer	drupal/core-recommended
Doctrine ORM	orm	dependency	composer	doctrine/orm
PHPUnit	testing	dependency	composer	phpunit/phpunit
PHPUnit	testing	file	-	phpunit.xml
PHPUnit	testing	file	-	phpunit.xml.dist
Pest	testing	dependency	composer	pestphp/pest
PHPStan	linter	dependency	composer	phpstan/phpstan
PHPStan	linter	file	-	phpstan.neon
PHPStan	linter	file	-	phpstan.neon.dist
Java	runtime	file	-	pom.xml
Java	runtime	dependency	docker	eclipse-temurin
Java	runtime	dependency	docker	openjdk
Java	runtime	dependency	gha	actions/setup-java
Java	runtime	dependency	docker	amazoncorretto
Java	runtime	dependency	docker	bellsoft/*
Java	runtime	dependency	docker	azul/*
Maven	build_tool	file	-	pom.xml
Maven	build_tool	file	-	mvnw
Gradle	build_tool	file	-	build.gradle
Gradle	build_tool	file	-	build.gradle.kts
Gradle	build_tool	file	-	settings.gradle
Gradle	build_tool	file	-	settings.gradle.kts
Gradle	build_tool	file	-	gradlew
Gradle	build_tool	dependency	gha	gradle/actions/*
Gradle	build_tool	dependency	gha	gradle/gradle-build-action
Gradle	build_tool	file	-	libs.versions.toml
Spring Boot	web_framework	dependency	maven	org.springframework.boot:*
Spring Framework	web_framework	dependency	maven	org.springframework:spring-core
Spring Framework	web_framework	dependency	maven	org.springframework:spring-context
Spring Framework	web_framework	dependency	maven	org.springframework:spring-web
Spring Framework	web_framework	dependency	maven	org.springframework:spring-webmvc
Spring Framework	web_framework	dependency	maven	org.springframework:spring-webflux
Quarkus	web_framework	dependency	maven	io.quarkus:*
Micronaut	web_framework	dependency	maven	io.micronaut:*
Vert.x	web_framework	dependency	maven	io.vertx:*
Dropwizard	web_framework	dependency	maven	io.dropwizard:*
Ktor	web_framework	dependency	maven	io.ktor:*
Netty	library	dependency	maven	io.netty:*
Hibernate	orm	dependency	maven	org.hibernate:*
Hibernate	orm	dependency	maven	org.hibernate.orm:*
MyBatis	orm	dependency	maven	org.mybatis:*
jOOQ	orm	dependency	maven	org.jooq:jooq
Flyway	orm	dependency	maven	org.flywaydb:flyway-core
Liquibase	orm	dependency	maven	org.liquibase:liquibase-core
Lombok	library	dependency	maven	org.projectlombok:lombok
JUnit	testing	dependency	maven	junit:junit
JUnit	testing	dependency	maven	org.junit.jupiter:*
Mockito	testing	dependency	maven	org.mockito:*
Testcontainers	testing	dependency	maven	org.testcontainers:*
Testcontainers	testing	dependency	npm	testcontainers
Testcontainers	testing	dependency	pypi	testcontainers
Testcontainers	testing	dependency	go	github.com/testcontainers/testcontainers-go
Testcontainers	testing	dependency	nuget	Testcontainers
Checkstyle	linter	file	-	checkstyle.xml
Kotlin	language	dependency	maven	org.jetbrains.kotlin:*
Kotlin	language	file	-	*.kt
Android	mobile	file	-	AndroidManifest.xml
Android	mobile	dependency	maven	com.android.tools.build:gradle
Android	mobile	dependency	maven	androidx.core:*
Android	mobile	dependency	maven	androidx.appcompat:*
Android	mobile	dependency	maven	com.android.application:*
Jetpack Compose	ui_framework	dependency	maven	androidx.compose.ui:*
Jetpack Compose	ui_framework	dependency	maven	androidx.compose:*
Jetpack Compose	ui_framework	dependency	maven	androidx.compose.material3:*
Jetpack Compose	ui_framework	dependency	maven	androidx.compose.runtime:*
Jetpack Compose	ui_framework	dependency	maven	androidx.compose.foundation:*
Retrofit	library	dependency	maven	com.squareup.retrofit2:retrofit
Scala	runtime	file	-	build.sbt
sbt	build_tool	file	-	build.sbt
sbt	build_tool	path	-	project/build.properties
Akka	library	dependency	maven	com.typesafe.akka:*
Play Framework	web_framework	dependency	maven	com.typesafe.play:*
Play Framework	web_framework	dependency	maven	org.playframework:*
Clojure	runtime	file	-	deps.edn
Clojure	runtime	file	-	project.clj
Leiningen	build_tool	file	-	project.clj
.NET	runtime	file	-	*.csproj
.NET	runtime	file	-	*.fsproj
.NET	runtime	file	-	*.sln
.NET	runtime	file	-	*.slnx
.NET	runtime	file	-	global.json
.NET	runtime	dependency	docker	mcr.microsoft.com/dotnet/*
.NET	runtime	dependency	gha	actions/setup-dotnet
.NET	runtime	file	-	*.vbproj
.NET	runtime	file	-	Directory.Build.props
NuGet	package_manager	file	-	packages.config
NuGet	package_manager	file	-	Directory.Packages.props
NuGet	package_manager	file	-	nuget.config
ASP.NET Core	web_framework	dependency	nuget	Microsoft.AspNetCore.*
ASP.NET Core	web_framework	dependency	docker	mcr.microsoft.com/dotnet/aspnet
Entity Framework Core	orm	dependency	nuget	Microsoft.EntityFrameworkCore*
Dapper	orm	dependency	nuget	Dapper
Blazor	ui_framework	dependency	nuget	Microsoft.AspNetCore.Components.WebAssembly
.NET MAUI	mobile	dependency	nuget	Microsoft.Maui.Controls
Avalonia	desktop	dependency	nuget	Avalonia
xUnit.net	testing	dependency	nuget	xunit
xUnit.net	testing	dependency	nuget	xunit.v3
NUnit	testing	dependency	nuget	NUnit
MSTest	testing	dependency	nuget	MSTest.TestFramework
Serilog	observability	dependency	nuget	Serilog
MediatR	library	dependency	nuget	MediatR
Swift	runtime	file	-	Package.swift
Swift	runtime	dependency	docker	swift
Swift	runtime	dependency	gha	swift-actions/setup-swift
Swift	runtime	dependency	gha	vapor/swiftly-action
Swift Package Manager	package_manager	file	-	Package.swift
Swift Package Manager	package_manager	file	-	Package.resolved
Xcode	build_tool	path	-	**/*.xcodeproj/project.pbxproj
Xcode	build_tool	path	-	**/*.xcworkspace/contents.xcworkspacedata
Vapor	web_framework	dependency	swiftpm	vapor/vapor
Hummingbird	web_framework	dependency	swiftpm	hummingbird-project/hummingbird
SwiftNIO	library	dependency	swiftpm	apple/swift-nio
SwiftNIO	library	dependency	swiftpm	apple/swift-nio-ssl
SwiftNIO	library	dependency	swiftpm	apple/swift-nio-http2
SwiftNIO	library	dependency	swiftpm	apple/swift-nio-extras
Alamofire	library	dependency	swiftpm	alamofire/alamofire
Alamofire	library	dependency	cocoapods	Alamofire
GRDB	orm	dependency	swiftpm	groue/grdb.swift
GRDB	orm	dependency	cocoapods	GRDB.swift
Swift Argument Parser	library	dependency	swiftpm	apple/swift-argument-parser
The Composable Architecture	ui_framework	dependency	swiftpm	pointfreeco/swift-composable-architecture
SwiftLint	linter	file	-	.swiftlint.yml
swift-format	linter	file	-	.swift-format
Carthage	package_manager	file	-	Cartfile
Flutter	mobile	dependency	pub	flutter
Flutter	mobile	file	-	.metadata
Flutter	mobile	dependency	gha	subosito/flutter-action
Flutter	mobile	dependency	pub	flutter_test
Dart	runtime	file	-	pubspec.yaml
Dart	runtime	dependency	docker	dart
Dart	runtime	dependency	gha	dart-lang/setup-dart
Riverpod	ui_library	dependency	pub	flutter_riverpod
Riverpod	ui_library	dependency	pub	riverpod
Bloc	ui_library	dependency	pub	flutter_bloc
Bloc	ui_library	dependency	pub	bloc
Elixir	runtime	file	-	mix.exs
Elixir	runtime	dependency	docker	elixir
Elixir	runtime	dependency	gha	erlef/setup-beam
Hex	package_manager	file	-	mix.lock
Phoenix	web_framework	dependency	hex	phoenix
Phoenix LiveView	ui_framework	dependency	hex	phoenix_live_view
Ecto	orm	dependency	hex	ecto
Ecto	orm	dependency	hex	ecto_sql
Oban	queue	dependency	hex	oban
Credo	linter	dependency	hex	credo
Credo	linter	file	-	.credo.exs
Erlang	runtime	file	-	rebar.config
Erlang	runtime	dependency	docker	erlang
Gleam	runtime	file	-	gleam.toml
Haskell	runtime	file	-	*.cabal
Haskell	runtime	file	-	stack.yaml
Haskell	runtime	file	-	cabal.project
OCaml	runtime	file	-	dune-project
OCaml	runtime	file	-	*.opam
R	runtime	file	-	DESCRIPTION
R	runtime	file	-	renv.lock
R	runtime	dependency	docker	r-base
R	runtime	dependency	docker	rocker/*
Shiny	web_framework	dependency	cran	shiny
Shiny	web_framework	dependency	pypi	shiny
tidyverse	data_science	dependency	cran	tidyverse
Julia	runtime	file	-	Project.toml
Julia	runtime	file	-	Manifest.toml
Julia	runtime	dependency	docker	julia
Lua	runtime	file	-	*.rockspec
Lua	runtime	file	-	.luarc.json
Zig	runtime	file	-	build.zig
Zig	runtime	file	-	build.zig.zon
Zig	runtime	dependency	gha	mlugg/setup-zig
Zig	runtime	dependency	gha	goto-bus-stop/setup-zig
Nim	runtime	file	-	*.nimble
Nim	runtime	dependency	docker	nimlang/nim
Crystal	runtime	file	-	shard.yml
Crystal	runtime	dependency	docker	crystallang/crystal
Perl	runtime	file	-	cpanfile
Perl	runtime	file	-	Makefile.PL
Perl	runtime	dependency	docker	perl
Elm	runtime	file	-	elm.json
PureScript	runtime	file	-	spago.dhall
PureScript	runtime	file	-	spago.yaml
Solidity	language	file	-	*.sol
Hardhat	build_tool	dependency	npm	hardhat
Hardhat	build_tool	file	-	hardhat.config.*
Foundry	build_tool	file	-	foundry.toml
OpenZeppelin	library	dependency	npm	@openzeppelin/contracts
ethers.js	library	dependency	npm	ethers
CMake	build_tool	file	-	CMakeLists.txt
CMake	build_tool	file	-	CMakePresets.json
Make	build_tool	file	-	Makefile
Make	build_tool	file	-	GNUmakefile
Meson	build_tool	file	-	meson.build
Bazel	build_tool	file	-	MODULE.bazel
Bazel	build_tool	file	-	WORKSPACE
Bazel	build_tool	file	-	WORKSPACE.bazel
Bazel	build_tool	file	-	BUILD.bazel
Bazel	build_tool	file	-	BUILD
Autotools	build_tool	file	-	configure.ac
Autotools	build_tool	file	-	Makefile.am
Just	build_tool	file	-	justfile
Just	build_tool	file	-	Justfile
Task	build_tool	file	-	Taskfile.yml
Task	build_tool	file	-	Taskfile.yaml
Nix	build_tool	file	-	flake.nix
Nix	build_tool	file	-	default.nix
Nix	build_tool	file	-	shell.nix
Nix	build_tool	file	-	flake.lock
Conan	package_manager	file	-	conanfile.txt
Conan	package_manager	file	-	conanfile.py
vcpkg	package_manager	file	-	vcpkg.json
GoogleTest	testing	dependency	conan	gtest
Catch2	testing	dependency	conan	catch2
Boost	library	dependency	conan	boost
Qt	desktop	dependency	conan	qt
Qt	desktop	dependency	pypi	pyside6
Qt	desktop	dependency	pypi	pyqt5
Qt	desktop	dependency	pypi	pyqt6
Qt	desktop	file	-	*.qml
Qt	desktop	file	-	*.pro
ClangFormat	linter	file	-	.clang-format
clang-tidy	linter	file	-	.clang-tidy
Unity	game	path	-	ProjectSettings/ProjectVersion.txt
Godot	game	file	-	project.godot
Unreal Engine	game	file	-	*.uproject
Docker	container	file	-	Dockerfile
Docker	container	file	-	Dockerfile.*
Docker	container	file	-	*.Dockerfile
Docker	container	file	-	.dockerignore
Docker	container	dependency	gha	docker/build-push-action
Docker	container	dependency	gha	docker/setup-buildx-action
Docker	container	dependency	gha	docker/login-action
Docker	container	file	-	docker-bake.hcl
Docker Compose	container	file	-	docker-compose.yml
Docker Compose	container	file	-	docker-compose.yaml
Docker Compose	container	file	-	compose.yml
Docker Compose	container	file	-	compose.yaml
Docker Compose	container	file	-	docker-compose.*.yml
Podman	container	file	-	Containerfile
Dev Containers	container	path	-	.devcontainer/devcontainer.json
Dev Containers	container	file	-	.devcontainer.json
Kubernetes	orchestration	path	-	k8s/**/*.yaml
Kubernetes	orchestration	path	-	kubernetes/**/*.yaml
Kubernetes	orchestration	dependency	pypi	kubernetes
Kubernetes	orchestration	dependency	npm	@kubernetes/client-node
Kubernetes	orchestration	dependency	go	k8s.io/client-go
Kubernetes	orchestration	path	-	k8s/**/*.yml
Kubernetes	orchestration	path	-	kubernetes/**/*.yml
Kubernetes	orchestration	dependency	terraform	hashicorp/kubernetes
Kubernetes	orchestration	dependency	gha	azure/k8s-deploy
Kubernetes	orchestration	dependency	cargo	kube
Kubernetes	orchestration	dependency	maven	io.fabric8:kubernetes-client
Helm	orchestration	file	-	Chart.yaml
Helm	orchestration	dependency	terraform	hashicorp/helm
Helm	orchestration	dependency	gha	azure/setup-helm
Helm	orchestration	file	-	helmfile.yaml
Kustomize	orchestration	file	-	kustomization.yaml
Kustomize	orchestration	file	-	kustomization.yml
Skaffold	orchestration	file	-	skaffold.yaml
Tilt	orchestration	file	-	Tiltfile
Argo CD	orchestration	path	-	argocd/**/*.yaml
Terraform	infrastructure	file	-	*.tf
Terraform	infrastructure	file	-	.terraform.lock.hcl
Terraform	infrastructure	dependency	gha	hashicorp/setup-terraform
Terragrunt	infrastructure	file	-	terragrunt.hcl
Pulumi	infrastructure	file	-	Pulumi.yaml
Pulumi	infrastructure	dependency	npm	@pulumi/pulumi
Pulumi	infrastructure	dependency	pypi	pulumi
Pulumi	infrastructure	dependency	go	github.com/pulumi/pulumi/sdk*
Ansible	infrastructure	file	-	ansible.cfg
Ansible	infrastructure	path	-	playbooks/*.yml
Ansible	infrastructure	dependency	pypi	ansible
Ansible	infrastructure	path	-	ansible/**/*.yml
Ansible	infrastructure	path	-	roles/*/tasks/main.yml
AWS CDK	infrastructure	file	-	cdk.json
AWS CDK	infrastructure	dependency	npm	aws-cdk-lib
AWS CDK	infrastructure	dependency	pypi	aws-cdk-lib
AWS CDK	infrastructure	dependency	npm	aws-cdk
AWS SAM	infrastructure	file	-	samconfig.toml
Serverless Framework	infrastructure	dependency	npm	serverless
Serverless Framework	infrastructure	file	-	serverless.yml
Serverless Framework	infrastructure	file	-	serverless.yaml
Packer	infrastructure	file	-	*.pkr.hcl
Vagrant	infrastructure	file	-	Vagrantfile
Chef	infrastructure	path	-	cookbooks/*/metadata.rb
AWS	cloud	dependency	npm	aws-sdk
AWS	cloud	dependency	npm	@aws-sdk/*
AWS	cloud	dependency	pypi	boto3
AWS	cloud	dependency	go	github.com/aws/aws-sdk-go*
AWS	cloud	dependency	cargo	aws-sdk-*
AWS	cloud	dependency	rubygems	aws-sdk*
AWS	cloud	dependency	maven	software.amazon.awssdk:*
AWS	cloud	dependency	maven	com.amazonaws:*
AWS	cloud	dependency	nuget	AWSSDK.*
AWS	cloud	dependency	composer	aws/aws-sdk-php
AWS	cloud	dependency	terraform	hashicorp/aws
AWS	cloud	dependency	gha	aws-actions/configure-aws-credentials
AWS	cloud	dependency	docker	amazon/aws-cli
AWS	cloud	dependency	docker	localstack/localstack
AWS	cloud	dependency	pypi	botocore
AWS	cloud	dependency	pypi	aioboto3
Google Cloud	cloud	dependency	npm	@google-cloud/*
Google Cloud	cloud	dependency	pypi	google-cloud-*
Google Cloud	cloud	dependency	go	cloud.google.com/go*
Google Cloud	cloud	dependency	maven	com.google.cloud:*
Google Cloud	cloud	dependency	terraform	hashicorp/google
Google Cloud	cloud	dependency	gha	google-github-actions/auth
Google Cloud	cloud	file	-	app.yaml
Microsoft Azure	cloud	dependency	npm	@azure/*
Microsoft Azure	cloud	dependency	pypi	azure-*
Microsoft Azure	cloud	dependency	go	github.com/Azure/azure-sdk-for-go*
Microsoft Azure	cloud	dependency	maven	com.azure:*
Microsoft Azure	cloud	dependency	nuget	Azure.*
Microsoft Azure	cloud	dependency	terraform	hashicorp/azurerm
Microsoft Azure	cloud	dependency	gha	azure/login
Cloudflare Workers	cloud	dependency	npm	wrangler
Cloudflare Workers	cloud	dependency	npm	@cloudflare/workers-types
Cloudflare Workers	cloud	file	-	wrangler.toml
Cloudflare Workers	cloud	file	-	wrangler.jsonc
Cloudflare Workers	cloud	dependency	terraform	cloudflare/cloudflare
Cloudflare Workers	cloud	file	-	wrangler.json
Vercel	hosting	file	-	vercel.json
Vercel	hosting	dependency	npm	vercel
Netlify	hosting	file	-	netlify.toml
Netlify	hosting	dependency	npm	netlify-cli
Heroku	hosting	file	-	Procfile
Heroku	hosting	file	-	app.json
Fly.io	hosting	file	-	fly.toml
Fly.io	hosting	dependency	gha	superfly/flyctl-actions*
Render	hosting	file	-	render.yaml
Railway	hosting	file	-	railway.json
Railway	hosting	file	-	railway.toml
DigitalOcean	cloud	dependency	terraform	digitalocean/digitalocean
DigitalOcean	cloud	path	-	.do/app.yaml
Firebase	cloud	dependency	npm	firebase
Firebase	cloud	dependency	npm	firebase-admin
Firebase	cloud	dependency	pypi	firebase-admin
Firebase	cloud	file	-	firebase.json
Firebase	cloud	dependency	maven	com.google.firebase:*
Firebase	cloud	dependency	pub	firebase_core
Firebase	cloud	dependency	swiftpm	firebase/firebase-ios-sdk
Firebase	cloud	dependency	cocoapods	Firebase
Firebase	cloud	dependency	cocoapods	FirebaseCore
Supabase	cloud	dependency	npm	@supabase/supabase-js
Supabase	cloud	dependency	pypi	supabase
Supabase	cloud	path	-	supabase/config.toml
Supabase	cloud	dependency	pub	supabase_flutter
Nginx	server	dependency	docker	nginx
Nginx	server	file	-	nginx.conf
Nginx	server	dependency	docker	nginxinc/nginx-unprivileged
Nginx	server	dependency	docker	bitnami/nginx
Caddy	server	dependency	docker	caddy
Caddy	server	file	-	Caddyfile
Traefik	server	dependency	docker	traefik
Traefik	server	file	-	traefik.yml
Traefik	server	file	-	traefik.toml
Apache HTTP Server	server	dependency	docker	httpd
Apache HTTP Server	server	file	-	.htaccess
GitHub Actions	ci	path	-	.github/workflows/*.yml
GitHub Actions	ci	path	-	.github/workflows/*.yaml
GitLab CI	ci	file	-	.gitlab-ci.yml
CircleCI	ci	path	-	.circleci/config.yml
Travis CI	ci	file	-	.travis.yml
Jenkins	ci	file	-	Jenkinsfile
Azure Pipelines	ci	file	-	azure-pipelines.yml
Bitbucket Pipelines	ci	file	-	bitbucket-pipelines.yml
Drone CI	ci	file	-	.drone.yml
Buildkite	ci	path	-	.buildkite/pipeline.yml
AppVeyor	ci	file	-	appveyor.yml
AppVeyor	ci	file	-	.appveyor.yml
Dependabot	ci	path	-	.github/dependabot.yml
Dependabot	ci	path	-	.github/dependabot.yaml
Renovate	ci	file	-	renovate.json
Renovate	ci	file	-	renovate.json5
Renovate	ci	file	-	.renovaterc*
semantic-release	ci	dependency	npm	semantic-release
semantic-release	ci	file	-	.releaserc*
Changesets	ci	dependency	npm	@changesets/cli
Changesets	ci	path	-	.changeset/config.json
Codecov	ci	file	-	codecov.yml
Codecov	ci	file	-	.codecov.yml
Codecov	ci	dependency	gha	codecov/codecov-action
SonarQube	linter	file	-	sonar-project.properties
SonarQube	linter	dependency	docker	sonarqube
Trivy	security	dependency	gha	aquasecurity/trivy-action
Trivy	security	dependency	docker	aquasec/trivy
CodeQL	security	dependency	gha	github/codeql-action/*
Snyk	security	file	-	.snyk
Snyk	security	dependency	npm	snyk
PostgreSQL	database	dependency	npm	pg
PostgreSQL	database	dependency	npm	postgres
PostgreSQL	database	dependency	pypi	psycopg2
PostgreSQL	database	dependency	pypi	psycopg2-binary
PostgreSQL	database	dependency	pypi	psycopg
PostgreSQL	database	dependency	pypi	asyncpg
PostgreSQL	database	dependency	go	github.com/lib/pq
PostgreSQL	database	dependency	go	github.com/jackc/pgx*
PostgreSQL	database	dependency	cargo	postgres
PostgreSQL	database	dependency	cargo	tokio-postgres
PostgreSQL	database	dependency	rubygems	pg
PostgreSQL	database	dependency	maven	org.postgresql:postgresql
PostgreSQL	database	dependency	nuget	Npgsql
PostgreSQL	database	dependency	nuget	Npgsql.EntityFrameworkCore.PostgreSQL
PostgreSQL	database	dependency	hex	postgrex
PostgreSQL	database	dependency	swiftpm	vapor/postgres-nio
PostgreSQL	database	dependency	docker	postgres
PostgreSQL	database	dependency	docker	postgis/postgis
PostgreSQL	database	dependency	docker	bitnami/postgresql
PostgreSQL	database	dependency	docker	supabase/postgres
PostgreSQL	database	dependency	composer	ext-pgsql
PostgreSQL	database	dependency	composer	ext-pdo_pgsql
PostgreSQL	database	dependency	npm	pg-promise
PostgreSQL	database	dependency	npm	slonik
PostgreSQL	database	dependency	cargo	deadpool-postgres
PostgreSQL	database	dependency	conda	psycopg2
PostgreSQL	database	dependency	swiftpm	vapor/fluent-postgres-driver
MySQL	database	dependency	npm	mysql
MySQL	database	dependency	npm	mysql2
MySQL	database	dependency	pypi	pymysql
MySQL	database	dependency	pypi	mysqlclient
MySQL	database	dependency	pypi	mysql-connector-python
MySQL	database	dependency	go	github.com/go-sql-driver/mysql
MySQL	database	dependency	rubygems	mysql2
MySQL	database	dependency	maven	mysql:mysql-connector-java
MySQL	database	dependency	maven	com.mysql:mysql-connector-j
MySQL	database	dependency	nuget	MySql.Data
MySQL	database	dependency	nuget	MySqlConnector
MySQL	database	dependency	hex	myxql
MySQL	database	dependency	docker	mysql
MySQL	database	dependency	docker	bitnami/mysql
MySQL	database	dependency	docker	percona
MySQL	database	dependency	composer	ext-mysqli
MySQL	database	dependency	composer	ext-pdo_mysql
MariaDB	database	dependency	docker	mariadb
MariaDB	database	dependency	npm	mariadb
MariaDB	database	dependency	maven	org.mariadb.jdbc:mariadb-java-client
SQLite	database	dependency	npm	sqlite3
SQLite	database	dependency	npm	better-sqlite3
SQLite	database	dependency	pypi	aiosqlite
SQLite	database	dependency	go	github.com/mattn/go-sqlite3
SQLite	database	dependency	go	modernc.org/sqlite
SQLite	database	dependency	cargo	rusqlite
SQLite	database	dependency	rubygems	sqlite3
SQLite	database	dependency	maven	org.xerial:sqlite-jdbc
SQLite	database	dependency	nuget	Microsoft.Data.Sqlite
SQLite	database	dependency	pub	sqflite
SQLite	database	dependency	swiftpm	groue/grdb.swift
SQLite	database	dependency	swiftpm	stephencelis/sqlite.swift
SQLite	database	dependency	swiftpm	vapor/fluent-sqlite-driver
SQLite	database	dependency	cargo	libsqlite3-sys
SQLite	database	dependency	npm	sqlite
SQLite	database	dependency	npm	bun:sqlite
SQLite	database	dependency	hex	ecto_sqlite3
SQLite	database	dependency	hex	exqlite
SQL Server	database	dependency	npm	mssql
SQL Server	database	dependency	npm	tedious
SQL Server	database	dependency	pypi	pymssql
SQL Server	database	dependency	nuget	Microsoft.Data.SqlClient
SQL Server	database	dependency	nuget	Microsoft.EntityFrameworkCore.SqlServer
SQL Server	database	dependency	maven	com.microsoft.sqlserver:mssql-jdbc
SQL Server	database	dependency	docker	mcr.microsoft.com/mssql/server
Oracle Database	database	dependency	npm	oracledb
Oracle Database	database	dependency	pypi	oracledb
Oracle Database	database	dependency	pypi	cx-oracle
Oracle Database	database	dependency	nuget	Oracle.ManagedDataAccess.Core
MongoDB	database	dependency	npm	mongodb
MongoDB	database	dependency	npm	mongoose
MongoDB	database	dependency	pypi	pymongo
MongoDB	database	dependency	pypi	motor
MongoDB	database	dependency	go	go.mongodb.org/mongo-driver*
MongoDB	database	dependency	cargo	mongodb
MongoDB	database	dependency	rubygems	mongoid
MongoDB	database	dependency	maven	org.mongodb:*
MongoDB	database	dependency	nuget	MongoDB.Driver
MongoDB	database	dependency	docker	mongo
MongoDB	database	dependency	docker	bitnami/mongodb
MongoDB	database	dependency	docker	mongodb/mongodb-community-server
Redis	database	dependency	npm	redis
Redis	database	dependency	npm	ioredis
Redis	database	dependency	pypi	redis
Redis	database	dependency	go	github.com/redis/go-redis*
Redis	database	dependency	go	github.com/go-redis/redis*
Redis	database	dependency	cargo	redis
Redis	database	dependency	rubygems	redis
Redis	database	dependency	composer	predis/predis
Redis	database	dependency	maven	redis.clients:jedis
Redis	database	dependency	maven	io.lettuce:lettuce-core
Redis	database	dependency	nuget	StackExchange.Redis
Redis	database	dependency	hex	redix
Redis	database	dependency	docker	redis
Redis	database	dependency	docker	bitnami/redis
Redis	database	dependency	docker	redis/redis-stack
Redis	database	dependency	docker	valkey/valkey
Redis	database	dependency	composer	ext-redis
Redis	database	dependency	npm	@redis/client
Redis	database	dependency	swiftpm	swift-server/redistack
Redis	database	dependency	swiftpm	vapor/redis
Redis	database	dependency	nuget	Microsoft.Extensions.Caching.StackExchangeRedis
Memcached	database	dependency	pypi	pymemcache
Memcached	database	dependency	npm	memcached
Memcached	database	dependency	rubygems	dalli
Memcached	database	dependency	docker	memcached
Cassandra	database	dependency	npm	cassandra-driver
Cassandra	database	dependency	pypi	cassandra-driver
Cassandra	database	dependency	go	github.com/gocql/gocql
Cassandra	database	dependency	docker	cassandra
DynamoDB	database	dependency	npm	@aws-sdk/client-dynamodb
DynamoDB	database	dependency	pypi	pynamodb
DynamoDB	database	dependency	docker	amazon/dynamodb-local
Neo4j	database	dependency	npm	neo4j-driver
Neo4j	database	dependency	pypi	neo4j
Neo4j	database	dependency	docker	neo4j
Elasticsearch	search	dependency	npm	@elastic/elasticsearch
Elasticsearch	search	dependency	pypi	elasticsearch
Elasticsearch	search	dependency	go	github.com/elastic/go-elasticsearch*
Elasticsearch	search	dependency	rubygems	elasticsearch
Elasticsearch	search	dependency	docker	elasticsearch
Elasticsearch	search	dependency	docker	docker.elastic.co/elasticsearch/elasticsearch
OpenSearch	search	dependency	npm	@opensearch-project/opensearch
OpenSearch	search	dependency	pypi	opensearch-py
OpenSearch	search	dependency	docker	opensearchproject/opensearch
Meilisearch	search	dependency	npm	meilisearch
Meilisearch	search	dependency	pypi	meilisearch
Meilisearch	search	dependency	docker	getmeili/meilisearch
Algolia	search	dependency	npm	algoliasearch
Algolia	search	dependency	pypi	algoliasearch
Typesense	search	dependency	npm	typesense
Typesense	search	dependency	docker	typesense/typesense
ClickHouse	database	dependency	npm	@clickhouse/client
ClickHouse	database	dependency	pypi	clickhouse-connect
ClickHouse	database	dependency	go	github.com/ClickHouse/clickhouse-go*
ClickHouse	database	dependency	docker	clickhouse/clickhouse-server
DuckDB	database	dependency	pypi	duckdb
DuckDB	database	dependency	npm	duckdb
DuckDB	database	dependency	cargo	duckdb
InfluxDB	database	dependency	pypi	influxdb-client
InfluxDB	database	dependency	npm	@influxdata/influxdb-client
InfluxDB	database	dependency	docker	influxdb
TimescaleDB	database	dependency	docker	timescale/timescaledb
CockroachDB	database	dependency	docker	cockroachdb/cockroach
Snowflake	database	dependency	pypi	snowflake-connector-python
Snowflake	database	dependency	npm	snowflake-sdk
BigQuery	database	dependency	pypi	google-cloud-bigquery
BigQuery	database	dependency	npm	@google-cloud/bigquery
pgvector	database	dependency	pypi	pgvector
pgvector	database	dependency	npm	pgvector
pgvector	database	dependency	docker	pgvector/pgvector
Qdrant	database	dependency	pypi	qdrant-client
Qdrant	database	dependency	npm	@qdrant/js-client-rest
Qdrant	database	dependency	docker	qdrant/qdrant
Chroma	database	dependency	pypi	chromadb
Chroma	database	dependency	npm	chromadb
Chroma	database	dependency	docker	chromadb/chroma
Pinecone	database	dependency	pypi	pinecone
Pinecone	database	dependency	pypi	pinecone-client
Pinecone	database	dependency	npm	@pinecone-database/pinecone
Weaviate	database	dependency	pypi	weaviate-client
Weaviate	database	dependency	npm	weaviate-client
etcd	database	dependency	go	go.etcd.io/etcd/client*
etcd	database	dependency	docker	quay.io/coreos/etcd
MinIO	storage	dependency	npm	minio
MinIO	storage	dependency	pypi	minio
MinIO	storage	dependency	go	github.com/minio/minio-go*
MinIO	storage	dependency	docker	minio/minio
MinIO	storage	dependency	docker	bitnami/minio
Amazon S3	storage	dependency	npm	@aws-sdk/client-s3
Amazon S3	storage	dependency	pypi	s3fs
RabbitMQ	messaging	dependency	npm	amqplib
RabbitMQ	messaging	dependency	pypi	pika
RabbitMQ	messaging	dependency	go	github.com/rabbitmq/amqp091-go
RabbitMQ	messaging	dependency	rubygems	bunny
RabbitMQ	messaging	dependency	nuget	RabbitMQ.Client
RabbitMQ	messaging	dependency	maven	com.rabbitmq:amqp-client
RabbitMQ	messaging	dependency	docker	rabbitmq
RabbitMQ	messaging	dependency	docker	bitnami/rabbitmq
RabbitMQ	messaging	dependency	cargo	lapin
RabbitMQ	messaging	dependency	maven	org.springframework.amqp:*
Apache Kafka	messaging	dependency	npm	kafkajs
Apache Kafka	messaging	dependency	pypi	kafka-python
Apache Kafka	messaging	dependency	pypi	confluent-kafka
Apache Kafka	messaging	dependency	go	github.com/segmentio/kafka-go
Apache Kafka	messaging	dependency	go	github.com/IBM/sarama
Apache Kafka	messaging	dependency	cargo	rdkafka
Apache Kafka	messaging	dependency	maven	org.apache.kafka:*
Apache Kafka	messaging	dependency	nuget	Confluent.Kafka
Apache Kafka	messaging	dependency	docker	confluentinc/cp-kafka
Apache Kafka	messaging	dependency	docker	apache/kafka
Apache Kafka	messaging	dependency	docker	bitnami/kafka
Apache Kafka	messaging	dependency	npm	@confluentinc/kafka-javascript
Apache Kafka	messaging	dependency	pypi	aiokafka
Apache Kafka	messaging	dependency	go	github.com/confluentinc/confluent-kafka-go*
Apache Kafka	messaging	dependency	go	github.com/twmb/franz-go*
Apache Kafka	messaging	dependency	maven	org.springframework.kafka:*
Apache Kafka	messaging	dependency	rubygems	ruby-kafka
Apache Kafka	messaging	dependency	rubygems	rdkafka
NATS	messaging	dependency	npm	nats
NATS	messaging	dependency	pypi	nats-py
NATS	messaging	dependency	go	github.com/nats-io/nats.go
NATS	messaging	dependency	cargo	async-nats
NATS	messaging	dependency	docker	nats
MQTT	messaging	dependency	npm	mqtt
MQTT	messaging	dependency	pypi	paho-mqtt
MQTT	messaging	dependency	go	github.com/eclipse/paho.mqtt.golang
MQTT	messaging	dependency	cargo	rumqttc
MQTT	messaging	dependency	docker	eclipse-mosquitto
ZeroMQ	messaging	dependency	pypi	pyzmq
ZeroMQ	messaging	dependency	npm	zeromq
gRPC	api	dependency	npm	@grpc/grpc-js
gRPC	api	dependency	pypi	grpcio
gRPC	api	dependency	go	google.golang.org/grpc
gRPC	api	dependency	cargo	tonic
gRPC	api	dependency	maven	io.grpc:*
gRPC	api	dependency	nuget	Grpc.AspNetCore
gRPC	api	dependency	rubygems	grpc
gRPC	api	dependency	swiftpm	grpc/grpc-swift
gRPC	api	dependency	swiftpm	grpc/grpc-swift-2
Protocol Buffers	api	file	-	*.proto
Protocol Buffers	api	dependency	pypi	protobuf
Protocol Buffers	api	dependency	npm	protobufjs
Protocol Buffers	api	dependency	go	google.golang.org/protobuf
Protocol Buffers	api	dependency	cargo	prost
Protocol Buffers	api	dependency	swiftpm	apple/swift-protobuf
Buf	api	file	-	buf.yaml
Buf	api	file	-	buf.gen.yaml
OpenAPI	api	file	-	openapi.yaml
OpenAPI	api	file	-	openapi.yml
OpenAPI	api	file	-	openapi.json
OpenAPI	api	file	-	swagger.json
OpenAPI	api	file	-	swagger.yaml
OpenAPI	api	file	-	swagger.yml
BullMQ	queue	dependency	npm	bullmq
BullMQ	queue	dependency	npm	bull
Temporal	queue	dependency	npm	@temporalio/client
Temporal	queue	dependency	pypi	temporalio
Temporal	queue	dependency	go	go.temporal.io/sdk
Temporal	queue	dependency	maven	io.temporal:temporal-sdk
Prometheus	observability	dependency	npm	prom-client
Prometheus	observability	dependency	pypi	prometheus-client
Prometheus	observability	dependency	go	github.com/prometheus/client_golang
Prometheus	observability	dependency	cargo	prometheus
Prometheus	observability	dependency	maven	io.micrometer:micrometer-registry-prometheus
Prometheus	observability	dependency	docker	prom/prometheus
Prometheus	observability	file	-	prometheus.yml
Prometheus	observability	dependency	swiftpm	swift-server/swift-prometheus
Prometheus	observability	dependency	rubygems	prometheus-client
Prometheus	observability	dependency	hex	prom_ex
Prometheus	observability	dependency	nuget	prometheus-net*
Grafana	observability	dependency	docker	grafana/grafana
Grafana	observability	dependency	docker	grafana/grafana-oss
Grafana	observability	dependency	docker	grafana/grafana-enterprise
Grafana	observability	dependency	terraform	grafana/grafana
OpenTelemetry	observability	dependency	npm	@opentelemetry/*
OpenTelemetry	observability	dependency	pypi	opentelemetry-*
OpenTelemetry	observability	dependency	go	go.opentelemetry.io/otel*
OpenTelemetry	observability	dependency	cargo	opentelemetry*
OpenTelemetry	observability	dependency	maven	io.opentelemetry:*
OpenTelemetry	observability	dependency	nuget	OpenTelemetry*
OpenTelemetry	observability	dependency	swiftpm	open-telemetry/opentelemetry-swift
OpenTelemetry	observability	dependency	rubygems	opentelemetry-*
OpenTelemetry	observability	dependency	composer	open-telemetry/*
OpenTelemetry	observability	dependency	hex	opentelemetry*
OpenTelemetry	observability	dependency	docker	otel/opentelemetry-collector
OpenTelemetry	observability	dependency	docker	otel/opentelemetry-collector-contrib
Sentry	observability	dependency	npm	@sentry/*
Sentry	observability	dependency	pypi	sentry-sdk
Sentry	observability	dependency	go	github.com/getsentry/sentry-go
Sentry	observability	dependency	cargo	sentry
Sentry	observability	dependency	rubygems	sentry-ruby
Sentry	observability	dependency	nuget	Sentry
Sentry	observability	dependency	maven	io.sentry:*
Sentry	observability	dependency	swiftpm	getsentry/sentry-cocoa
Sentry	observability	dependency	cocoapods	Sentry
Sentry	observability	dependency	composer	sentry/sentry*
Sentry	observability	dependency	hex	sentry
Sentry	observability	dependency	pub	sentry_flutter
Datadog	observability	dependency	npm	dd-trace
Datadog	observability	dependency	pypi	ddtrace
Datadog	observability	dependency	pypi	datadog
Datadog	observability	dependency	rubygems	ddtrace
Datadog	observability	dependency	go	gopkg.in/DataDog/dd-trace-go.v1
Datadog	observability	dependency	docker	datadog/agent
Datadog	observability	dependency	terraform	datadog/datadog
New Relic	observability	dependency	npm	newrelic
New Relic	observability	dependency	pypi	newrelic
New Relic	observability	dependency	rubygems	newrelic_rpm
Jaeger	observability	dependency	docker	jaegertracing/all-in-one
Loki	observability	dependency	docker	grafana/loki
Auth0	auth	dependency	npm	@auth0/auth0-react
Auth0	auth	dependency	npm	@auth0/nextjs-auth0
Auth0	auth	dependency	pypi	auth0-python
Keycloak	auth	dependency	docker	quay.io/keycloak/keycloak
Keycloak	auth	dependency	npm	keycloak-js
Keycloak	auth	dependency	pypi	python-keycloak
Clerk	auth	dependency	npm	@clerk/nextjs
Clerk	auth	dependency	npm	@clerk/clerk-react
Clerk	auth	dependency	npm	@clerk/clerk-sdk-node
NextAuth.js	auth	dependency	npm	next-auth
NextAuth.js	auth	dependency	npm	@auth/core
Passport.js	auth	dependency	npm	passport
Stripe	payment	dependency	npm	stripe
Stripe	payment	dependency	npm	@stripe/stripe-js
Stripe	payment	dependency	pypi	stripe
Stripe	payment	dependency	go	github.com/stripe/stripe-go*
Stripe	payment	dependency	rubygems	stripe
Stripe	payment	dependency	composer	stripe/stripe-php
Stripe	payment	dependency	nuget	Stripe.net
Twilio	communication	dependency	npm	twilio
Twilio	communication	dependency	pypi	twilio
SendGrid	communication	dependency	npm	@sendgrid/mail
SendGrid	communication	dependency	pypi	sendgrid
Slack API	communication	dependency	npm	@slack/bolt
Slack API	communication	dependency	npm	@slack/web-api
Slack API	communication	dependency	pypi	slack-sdk
Slack API	communication	dependency	pypi	slack-bolt
Discord API	communication	dependency	npm	discord.js
Discord API	communication	dependency	pypi	discord.py
Hugo	static_site	file	-	hugo.toml
Hugo	static_site	file	-	hugo.yaml
Hugo	static_site	path	-	archetypes/default.md
Hugo	static_site	dependency	go	github.com/gohugoio/hugo
MkDocs	static_site	file	-	mkdocs.yml
MkDocs	static_site	dependency	pypi	mkdocs
Sphinx	static_site	dependency	pypi	sphinx
Sphinx	static_site	path	-	docs/conf.py
Sphinx	static_site	path	-	doc/conf.py
Sphinx	static_site	path	-	docs/source/conf.py
Sphinx	static_site	path	-	**/docs/conf.py
Docusaurus	static_site	dependency	npm	@docusaurus/core
Docusaurus	static_site	file	-	docusaurus.config.*
VitePress	static_site	dependency	npm	vitepress
Eleventy	static_site	dependency	npm	@11ty/eleventy
Eleventy	static_site	file	-	.eleventy.js
Eleventy	static_site	file	-	eleventy.config.*
mdBook	static_site	file	-	book.toml
Strapi	cms	dependency	npm	@strapi/strapi
Sanity	cms	dependency	npm	sanity
Sanity	cms	dependency	npm	@sanity/client
Contentful	cms	dependency	npm	contentful
Payload CMS	cms	dependency	npm	payload
WebAssembly	runtime	file	-	*.wat
WebAssembly	runtime	dependency	cargo	wasm-bindgen
WebAssembly	runtime	dependency	npm	assemblyscript
CUDA	machine_learning	file	-	*.cu
CUDA	machine_learning	dependency	docker	nvidia/cuda
LaTeX	docs	file	-	*.tex
LaTeX	docs	file	-	latexmkrc
MCP	ai	dependency	npm	@modelcontextprotocol/sdk
MCP	ai	dependency	pypi	mcp
MCP	ai	file	-	.mcp.json
Hatch	package_manager	dependency	pypi	hatch
Hatch	package_manager	dependency	pypi	hatchling
setuptools	package_manager	dependency	pypi	setuptools
Rye	package_manager	dependency	pypi	rye
Pixi	package_manager	file	-	pixi.toml
Pixi	package_manager	file	-	pixi.lock
Coverage.py	testing	dependency	pypi	coverage
Coverage.py	testing	dependency	pypi	pytest-cov
Coverage.py	testing	file	-	.coveragerc
isort	linter	dependency	pypi	isort
Bandit	security	dependency	pypi	bandit
HTTPX	library	dependency	pypi	httpx
Requests	library	dependency	pypi	requests
Beautiful Soup	library	dependency	pypi	beautifulsoup4
Rich	library	dependency	pypi	rich
Textual	library	dependency	pypi	textual
attrs	library	dependency	pypi	attrs
Seaborn	data_science	dependency	pypi	seaborn
Bokeh	data_science	dependency	pypi	bokeh
Dask	data_science	dependency	pypi	dask
Ray	machine_learning	dependency	pypi	ray
JAX	machine_learning	dependency	pypi	jax
LightGBM	machine_learning	dependency	pypi	lightgbm
spaCy	machine_learning	dependency	pypi	spacy
NLTK	machine_learning	dependency	pypi	nltk
ONNX Runtime	machine_learning	dependency	pypi	onnxruntime
ONNX Runtime	machine_learning	dependency	npm	onnxruntime-node
ONNX Runtime	machine_learning	dependency	npm	onnxruntime-web
LangGraph	ai	dependency	pypi	langgraph
LangGraph	ai	dependency	npm	@langchain/langgraph
Vercel AI SDK	ai	dependency	npm	ai
Google Gemini API	ai	dependency	pypi	google-genai
Google Gemini API	ai	dependency	pypi	google-generativeai
Google Gemini API	ai	dependency	npm	@google/genai
Google Gemini API	ai	dependency	npm	@google/generative-ai
Sanic	web_framework	dependency	pypi	sanic
Quart	web_framework	dependency	pypi	quart
Bottle	web_framework	dependency	pypi	bottle
Jinja	library	dependency	pypi	jinja2
Marshmallow	validation	dependency	pypi	marshmallow
Wagtail	cms	dependency	pypi	wagtail
Tortoise ORM	orm	dependency	pypi	tortoise-orm
Cython	language	dependency	pypi	cython
Cython	language	file	-	*.pyx
PyInstaller	build_tool	dependency	pypi	pyinstaller
Radix UI	ui_library	dependency	npm	@radix-ui/*
Radix UI	ui_library	dependency	npm	radix-ui
Headless UI	ui_library	dependency	npm	@headlessui/*
React Hook Form	ui_library	dependency	npm	react-hook-form
Framer Motion	ui_library	dependency	npm	framer-motion
Framer Motion	ui_library	dependency	npm	motion
SWR	ui_library	dependency	npm	swr
Jotai	ui_library	dependency	npm	jotai
XState	ui_library	dependency	npm	xstate
TanStack Router	ui_library	dependency	npm	@tanstack/react-router
TanStack Table	ui_library	dependency	npm	@tanstack/react-table
Mantine	css	dependency	npm	@mantine/core
Vuetify	css	dependency	npm	vuetify
UnoCSS	css	dependency	npm	unocss
UnoCSS	css	file	-	uno.config.*
PixiJS	graphics	dependency	npm	pixi.js
Babylon.js	graphics	dependency	npm	@babylonjs/core
Babylon.js	graphics	dependency	npm	babylonjs
Phaser	game	dependency	npm	phaser
React Three Fiber	graphics	dependency	npm	@react-three/fiber
Apache ECharts	graphics	dependency	npm	echarts
Recharts	graphics	dependency	npm	recharts
Axios	library	dependency	npm	axios
Lodash	library	dependency	npm	lodash
Lodash	library	dependency	npm	lodash-es
date-fns	library	dependency	npm	date-fns
Day.js	library	dependency	npm	dayjs
Commander.js	library	dependency	npm	commander
yargs	library	dependency	npm	yargs
Winston	observability	dependency	npm	winston
Pino	observability	dependency	npm	pino
Joi	validation	dependency	npm	joi
Yup	validation	dependency	npm	yup
Valibot	validation	dependency	npm	valibot
Ajv	validation	dependency	npm	ajv
Effect	library	dependency	npm	effect
Nodemailer	communication	dependency	npm	nodemailer
Elysia	web_framework	dependency	npm	elysia
AdonisJS	web_framework	dependency	npm	@adonisjs/core
Nitro	web_framework	dependency	npm	nitropack
Nitro	web_framework	dependency	npm	nitro
SolidStart	web_framework	dependency	npm	@solidjs/start
TanStack Start	web_framework	dependency	npm	@tanstack/react-start
tsup	build_tool	dependency	npm	tsup
tsx	build_tool	dependency	npm	tsx
ts-node	build_tool	dependency	npm	ts-node
Rolldown	build_tool	dependency	npm	rolldown
Oxlint	linter	dependency	npm	oxlint
commitlint	linter	dependency	npm	@commitlint/cli
commitlint	linter	file	-	commitlint.config.*
lint-staged	linter	dependency	npm	lint-staged
typescript-eslint	linter	dependency	npm	typescript-eslint
typescript-eslint	linter	dependency	npm	@typescript-eslint/parser
typescript-eslint	linter	dependency	npm	@typescript-eslint/eslint-plugin
Mock Service Worker	testing	dependency	npm	msw
AVA	testing	dependency	npm	ava
Chai	testing	dependency	npm	chai
Supertest	testing	dependency	npm	supertest
WebdriverIO	testing	dependency	npm	webdriverio
WebdriverIO	testing	dependency	npm	@wdio/cli
Nodemon	build_tool	dependency	npm	nodemon
VS Code Extension API	desktop	dependency	npm	@types/vscode
VS Code Extension API	desktop	dependency	npm	@vscode/vsce
Neovim	desktop	file	-	.nvim.lua
Neovim	desktop	file	-	lazy-lock.json
Zerolog	observability	dependency	go	github.com/rs/zerolog
Zap	observability	dependency	go	go.uber.org/zap
Logrus	observability	dependency	go	github.com/sirupsen/logrus
Viper	library	dependency	go	github.com/spf13/viper
Testify	testing	dependency	go	github.com/stretchr/testify
Ginkgo	testing	dependency	go	github.com/onsi/ginkgo*
sqlx (Go)	orm	dependency	go	github.com/jmoiron/sqlx
Bun ORM	orm	dependency	go	github.com/uptrace/bun
River	queue	dependency	go	github.com/riverqueue/river
Asynq	queue	dependency	go	github.com/hibiken/asynq
templ	ui_framework	dependency	go	github.com/a-h/templ
Connect	api	dependency	go	connectrpc.com/connect
Connect	api	dependency	npm	@connectrpc/connect
Hyper	library	dependency	cargo	hyper
Reqwest	library	dependency	cargo	reqwest
Tower	library	dependency	cargo	tower
Tower	library	dependency	cargo	tower-http
Rayon	library	dependency	cargo	rayon
anyhow	library	dependency	cargo	anyhow
thiserror	library	dependency	cargo	thiserror
tracing	observability	dependency	cargo	tracing
tracing	observability	dependency	cargo	tracing-subscriber
Ratatui	library	dependency	cargo	ratatui
egui	desktop	dependency	cargo	egui
egui	desktop	dependency	cargo	eframe
Iced	desktop	dependency	cargo	iced
Slint	desktop	dependency	cargo	slint
Dioxus	ui_framework	dependency	cargo	dioxus
wgpu	graphics	dependency	cargo	wgpu
PyO3	library	dependency	cargo	pyo3
PyO3	library	dependency	pypi	maturin
NAPI-RS	library	dependency	cargo	napi
NAPI-RS	library	dependency	npm	@napi-rs/cli
proptest	testing	dependency	cargo	proptest
insta	testing	dependency	cargo	insta
Candle	machine_learning	dependency	cargo	candle-core
SwiftUI Navigation	ui_framework	dependency	swiftpm	pointfreeco/swiftui-navigation
SwiftUI Navigation	ui_framework	dependency	swiftpm	pointfreeco/swift-navigation
swift-log	observability	dependency	swiftpm	apple/swift-log
swift-collections	library	dependency	swiftpm	apple/swift-collections
swift-async-algorithms	library	dependency	swiftpm	apple/swift-async-algorithms
swift-crypto	security	dependency	swiftpm	apple/swift-crypto
swift-metrics	observability	dependency	swiftpm	apple/swift-metrics
swift-syntax	library	dependency	swiftpm	swiftlang/swift-syntax
swift-syntax	library	dependency	swiftpm	apple/swift-syntax
swift-testing	testing	dependency	swiftpm	swiftlang/swift-testing
swift-testing	testing	dependency	swiftpm	apple/swift-testing
AsyncHTTPClient	library	dependency	swiftpm	swift-server/async-http-client
Fluent	orm	dependency	swiftpm	vapor/fluent
Kingfisher	library	dependency	swiftpm	onevcat/kingfisher
Kingfisher	library	dependency	cocoapods	Kingfisher
SnapKit	ui_library	dependency	swiftpm	snapkit/snapkit
SnapKit	ui_library	dependency	cocoapods	SnapKit
RxSwift	library	dependency	swiftpm	reactivex/rxswift
RxSwift	library	dependency	cocoapods	RxSwift
Realm	database	dependency	swiftpm	realm/realm-swift
Realm	database	dependency	cocoapods	RealmSwift
Realm	database	dependency	cocoapods	Realm
Realm	database	dependency	npm	realm
Quick	testing	dependency	swiftpm	quick/quick
Quick	testing	dependency	swiftpm	quick/nimble
Quick	testing	dependency	cocoapods	Quick
Quick	testing	dependency	cocoapods	Nimble
Yams	library	dependency	swiftpm	jpsim/yams
TOMLKit	library	dependency	swiftpm	lebje/tomlkit
Libuv	library	dependency	conan	libuv
Guava	library	dependency	maven	com.google.guava:guava
Jackson	library	dependency	maven	com.fasterxml.jackson.core:*
SLF4J	observability	dependency	maven	org.slf4j:*
Logback	observability	dependency	maven	ch.qos.logback:*
Log4j	observability	dependency	maven	org.apache.logging.log4j:*
MapStruct	library	dependency	maven	org.mapstruct:*
AssertJ	testing	dependency	maven	org.assertj:*
Kotlin Coroutines	library	dependency	maven	org.jetbrains.kotlinx:kotlinx-coroutines*
Koin	library	dependency	maven	io.insert-koin:*
Dagger	library	dependency	maven	com.google.dagger:*
Room	orm	dependency	maven	androidx.room:*
OkHttp	library	dependency	maven	com.squareup.okhttp3:*
Exposed	orm	dependency	maven	org.jetbrains.exposed:*
Javalin	web_framework	dependency	maven	io.javalin:*
Spring Security	auth	dependency	maven	org.springframework.security:*
ScalaTest	testing	dependency	maven	org.scalatest:*
Cats	library	dependency	maven	org.typelevel:*
ZIO	library	dependency	maven	dev.zio:*
AutoMapper	library	dependency	nuget	AutoMapper
FluentValidation	validation	dependency	nuget	FluentValidation*
Polly	library	dependency	nuget	Polly
Moq	testing	dependency	nuget	Moq
Hangfire	queue	dependency	nuget	Hangfire*
Newtonsoft.Json	library	dependency	nuget	Newtonsoft.Json
Swashbuckle	api	dependency	nuget	Swashbuckle.AspNetCore*
MassTransit	messaging	dependency	nuget	MassTransit*
Livewire	ui_framework	dependency	composer	livewire/livewire
Filament	ui_framework	dependency	composer	filament/filament
Guzzle	library	dependency	composer	guzzlehttp/guzzle
Monolog	observability	dependency	composer	monolog/monolog
Twig	library	dependency	composer	twig/twig
Psalm	linter	dependency	composer	vimeo/psalm
Psalm	linter	file	-	psalm.xml
PHP CS Fixer	linter	dependency	composer	friendsofphp/php-cs-fixer
PHP CS Fixer	linter	file	-	.php-cs-fixer.php
PHP CS Fixer	linter	file	-	.php-cs-fixer.dist.php
Hotwire	ui_framework	dependency	rubygems	turbo-rails
Hotwire	ui_framework	dependency	rubygems	stimulus-rails
Hotwire	ui_framework	dependency	npm	@hotwired/turbo
Hotwire	ui_framework	dependency	npm	@hotwired/stimulus
Capybara	testing	dependency	rubygems	capybara
Grape	api	dependency	rubygems	grape
Good Job	queue	dependency	rubygems	good_job
Solid Queue	queue	dependency	rubygems	solid_queue
Sequel	orm	dependency	rubygems	sequel
Broadway	messaging	dependency	hex	broadway
ExUnit Coverage	testing	dependency	hex	excoveralls
Dialyxir	linter	dependency	hex	dialyxir
Nerves	runtime	dependency	hex	nerves
Tesla	library	dependency	hex	tesla
Ash	web_framework	dependency	hex	ash
Dio	library	dependency	pub	dio
GetX	ui_library	dependency	pub	get
Provider	ui_library	dependency	pub	provider
Drift	orm	dependency	pub	drift
Freezed	library	dependency	pub	freezed
LocalStack	cloud	dependency	docker	localstack/localstack
LocalStack	cloud	dependency	pypi	localstack
HashiCorp Vault	security	dependency	docker	hashicorp/vault
HashiCorp Vault	security	dependency	docker	vault
HashiCorp Vault	security	dependency	terraform	hashicorp/vault
Consul	infrastructure	dependency	docker	hashicorp/consul
Consul	infrastructure	dependency	docker	consul
Envoy	server	dependency	docker	envoyproxy/envoy
HAProxy	server	dependency	docker	haproxy
HAProxy	server	file	-	haproxy.cfg
Kong	server	dependency	docker	kong
Alpine Linux	container	dependency	docker	alpine
Debian	container	dependency	docker	debian
Ubuntu	container	dependency	docker	ubuntu
Distroless	container	dependency	docker	gcr.io/distroless/*
Adminer	database	dependency	docker	adminer
Mailpit	communication	dependency	docker	axllent/mailpit
MailHog	communication	dependency	docker	mailhog/mailhog
Tempo	observability	dependency	docker	grafana/tempo
Zipkin	observability	dependency	docker	openzipkin/zipkin
Kibana	observability	dependency	docker	kibana
Kibana	observability	dependency	docker	docker.elastic.co/kibana/kibana
Logstash	observability	dependency	docker	logstash
Logstash	observability	dependency	docker	docker.elastic.co/logstash/logstash
Vector	observability	dependency	docker	timberio/vector
GitHub	ci	dependency	terraform	integrations/github
Release Please	ci	dependency	gha	googleapis/release-please-action
Release Please	ci	dependency	gha	google-github-actions/release-please-action
Release Please	ci	file	-	release-please-config.json
OpenTofu	infrastructure	dependency	gha	opentofu/setup-opentofu
Semgrep	security	dependency	gha	semgrep/semgrep-action
Semgrep	security	dependency	gha	returntocorp/semgrep-action
Semgrep	security	file	-	.semgrep.yml
GitHub Pages	hosting	dependency	gha	actions/deploy-pages
GitHub Pages	hosting	dependency	gha	peaceiris/actions-gh-pages
GitHub Copilot	ai	path	-	.github/copilot-instructions.md
Woodpecker CI	ci	file	-	.woodpecker.yml
Woodpecker CI	ci	path	-	.woodpecker/*.yml
Woodpecker CI	ci	path	-	.woodpecker/*.yaml
Forgejo Actions	ci	path	-	.forgejo/workflows/*.yml
Forgejo Actions	ci	path	-	.forgejo/workflows/*.yaml
Gitea Actions	ci	path	-	.gitea/workflows/*.yml
Gitea Actions	ci	path	-	.gitea/workflows/*.yaml
Earthly	build_tool	file	-	Earthfile
Dagger CI	ci	file	-	dagger.json
mise	build_tool	file	-	mise.toml
mise	build_tool	file	-	.mise.toml
asdf	build_tool	file	-	.tool-versions
direnv	build_tool	file	-	.envrc
Devbox	build_tool	file	-	devbox.json
Lefthook	linter	file	-	lefthook.yml
Lefthook	linter	file	-	.lefthook.yml
Lefthook	linter	dependency	npm	lefthook
ShellCheck	linter	file	-	.shellcheckrc
Markdownlint	linter	file	-	.markdownlint.json
Markdownlint	linter	file	-	.markdownlint.yaml
Markdownlint	linter	file	-	.markdownlint.yml
Markdownlint	linter	file	-	.markdownlint-cli2.yaml
Vale	linter	file	-	.vale.ini
Hadolint	linter	file	-	.hadolint.yaml
Hadolint	linter	file	-	.hadolint.yml
yamllint	linter	file	-	.yamllint
yamllint	linter	file	-	.yamllint.yml
yamllint	linter	file	-	.yamllint.yaml
SwiftFormat	linter	file	-	.swiftformat
rustfmt	linter	file	-	rustfmt.toml
rustfmt	linter	file	-	.rustfmt.toml
cargo-deny	security	file	-	deny.toml
StyLua	linter	file	-	stylua.toml
StyLua	linter	file	-	.stylua.toml
Luacheck	linter	file	-	.luacheckrc
Bats	testing	file	-	*.bats
Tuist	build_tool	file	-	Tuist.swift
Tuist	build_tool	path	-	Tuist/Config.swift
Swift Package Index	hosting	file	-	.spi.yml
Bazelisk	build_tool	file	-	.bazelversion
Ninja	build_tool	file	-	build.ninja
Buck2	build_tool	file	-	.buckconfig
Pants	build_tool	file	-	pants.toml
JSON-RPC	api	file	-	openrpc.json
AsyncAPI	messaging	file	-	asyncapi.yaml
AsyncAPI	messaging	file	-	asyncapi.yml
AsyncAPI	messaging	file	-	asyncapi.json
Avro	messaging	file	-	*.avsc
Cap'n Proto	api	file	-	*.capnp
FlatBuffers	api	file	-	*.fbs
Apache Thrift	api	file	-	*.thrift
Nomad	orchestration	file	-	*.nomad
Nomad	orchestration	file	-	*.nomad.hcl
Puppet	infrastructure	file	-	Puppetfile
SaltStack	infrastructure	file	-	*.sls
Quarto	docs	file	-	_quarto.yml
Typst	docs	file	-	*.typ
Typst	docs	file	-	typst.toml
Material for MkDocs	static_site	dependency	pypi	mkdocs-material
Roku	mobile	file	-	*.brs
Arduino	runtime	file	-	*.ino
PlatformIO	build_tool	file	-	platformio.ini
Zephyr	runtime	file	-	west.yml
ESP-IDF	runtime	file	-	sdkconfig
ESP-IDF	runtime	file	-	idf_component.yml
Common Lisp	runtime	file	-	*.asd
ggplot2	data_science	dependency	cran	ggplot2
dplyr	data_science	dependency	cran	dplyr
testthat	testing	dependency	cran	testthat
fmt	library	dependency	conan	fmt
spdlog	observability	dependency	conan	spdlog
zlib	library	dependency	conan	zlib
OpenSSL	security	dependency	conan	openssl
Nokogiri	library	dependency	rubygems	nokogiri
Faraday	library	dependency	rubygems	faraday
OmniAuth	auth	dependency	rubygems	omniauth
Coil	library	dependency	maven	io.coil-kt:*
PostgreSQL	database	dependency	env	POSTGRES_*
PostgreSQL	database	dependency	env	PGHOST
PostgreSQL	database	dependency	env	PGUSER
PostgreSQL	database	dependency	env	PGDATABASE
PostgreSQL	database	dependency	env	PGPASSWORD
MySQL	database	dependency	env	MYSQL_*
MariaDB	database	dependency	env	MARIADB_*
MongoDB	database	dependency	env	MONGO_*
MongoDB	database	dependency	env	MONGODB_*
Redis	database	dependency	env	REDIS_*
SQL Server	database	dependency	env	MSSQL_*
Elasticsearch	search	dependency	env	ELASTICSEARCH_*
Elasticsearch	search	dependency	env	ELASTIC_*
OpenSearch	search	dependency	env	OPENSEARCH_*
Meilisearch	search	dependency	env	MEILI_*
Meilisearch	search	dependency	env	MEILISEARCH_*
Typesense	search	dependency	env	TYPESENSE_*
Algolia	search	dependency	env	ALGOLIA_*
Algolia	search	dependency	env	NEXT_PUBLIC_ALGOLIA_*
Neo4j	database	dependency	env	NEO4J_*
ClickHouse	database	dependency	env	CLICKHOUSE_*
InfluxDB	database	dependency	env	INFLUXDB_*
InfluxDB	database	dependency	env	INFLUX_*
Snowflake	database	dependency	env	SNOWFLAKE_*
Pinecone	database	dependency	env	PINECONE_*
Qdrant	database	dependency	env	QDRANT_*
Weaviate	database	dependency	env	WEAVIATE_*
RabbitMQ	messaging	dependency	env	RABBITMQ_*
Apache Kafka	messaging	dependency	env	KAFKA_*
NATS	messaging	dependency	env	NATS_*
Celery	queue	dependency	env	CELERY_*
Temporal	queue	dependency	env	TEMPORAL_*
AWS	cloud	dependency	env	AWS_*
Amazon S3	storage	dependency	env	S3_*
MinIO	storage	dependency	env	MINIO_*
Google Cloud	cloud	dependency	env	GCP_*
Google Cloud	cloud	dependency	env	GOOGLE_CLOUD_*
Google Cloud	cloud	dependency	env	GOOGLE_APPLICATION_CREDENTIALS
Microsoft Azure	cloud	dependency	env	AZURE_*
DigitalOcean	cloud	dependency	env	DIGITALOCEAN_*
DigitalOcean	cloud	dependency	env	DO_SPACES_*
Cloudflare Workers	cloud	dependency	env	CLOUDFLARE_*
Firebase	cloud	dependency	env	FIREBASE_*
Firebase	cloud	dependency	env	NEXT_PUBLIC_FIREBASE_*
Firebase	cloud	dependency	env	VITE_FIREBASE_*
Supabase	cloud	dependency	env	SUPABASE_*
Supabase	cloud	dependency	env	NEXT_PUBLIC_SUPABASE_*
Supabase	cloud	dependency	env	VITE_SUPABASE_*
Vercel	hosting	dependency	env	VERCEL_*
Netlify	hosting	dependency	env	NETLIFY_*
Heroku	hosting	dependency	env	HEROKU_*
Fly.io	hosting	dependency	env	FLY_*
Railway	hosting	dependency	env	RAILWAY_*
Stripe	payment	dependency	env	STRIPE_*
Stripe	payment	dependency	env	NEXT_PUBLIC_STRIPE_*
Stripe	payment	dependency	env	VITE_STRIPE_*
Twilio	communication	dependency	env	TWILIO_*
SendGrid	communication	dependency	env	SENDGRID_*
Slack API	communication	dependency	env	SLACK_*
Discord API	communication	dependency	env	DISCORD_*
Auth0	auth	dependency	env	AUTH0_*
Clerk	auth	dependency	env	CLERK_*
Clerk	auth	dependency	env	NEXT_PUBLIC_CLERK_*
NextAuth.js	auth	dependency	env	NEXTAUTH_*
Keycloak	auth	dependency	env	KEYCLOAK_*
Sentry	observability	dependency	env	SENTRY_*
Sentry	observability	dependency	env	NEXT_PUBLIC_SENTRY_*
Datadog	observability	dependency	env	DD_API_KEY
Datadog	observability	dependency	env	DATADOG_*
New Relic	observability	dependency	env	NEW_RELIC_*
OpenTelemetry	observability	dependency	env	OTEL_*
Grafana	observability	dependency	env	GRAFANA_*
Grafana	observability	dependency	env	GF_*
OpenAI API	ai	dependency	env	OPENAI_*
Anthropic API	ai	dependency	env	ANTHROPIC_*
Google Gemini API	ai	dependency	env	GEMINI_*
Ollama	ai	dependency	env	OLLAMA_*
Hugging Face Transformers	machine_learning	dependency	env	HUGGINGFACE_*
Hugging Face Transformers	machine_learning	dependency	env	HF_TOKEN
LangChain	ai	dependency	env	LANGCHAIN_*
LangChain	ai	dependency	env	LANGSMITH_*
Django	web_framework	dependency	env	DJANGO_*
Flask	web_framework	dependency	env	FLASK_*
Ruby on Rails	web_framework	dependency	env	RAILS_*
HashiCorp Vault	security	dependency	env	VAULT_*
Sanity	cms	dependency	env	SANITY_*
Sanity	cms	dependency	env	NEXT_PUBLIC_SANITY_*
Contentful	cms	dependency	env	CONTENTFUL_*
Prisma	orm	dependency	env	PRISMA_*

"""##

  /// weak_signals.tsv
  static let weakSignals = ##"""
kind	pattern	technology	weight	confirmed	check	why
file	manage.py	Django	0.6	0.95	content:DJANGO_SETTINGS_MODULE	other frameworks use the name as well
file	app.json	Heroku	0	0.6	sibling:Procfile | content:"buildpacks" | content:"formation"	Expo, React Native and Teams apps have one too
file	DESCRIPTION	R	0	0.8	line:Package:	a common name for a text file
file	Project.toml	Julia	0	0.9	line:uuid | line:[deps]	a common name
file	Manifest.toml	Julia	0	0.8	line:julia_version | line:manifest_format	a common name
file	.metadata	Flutter	0	0.6	sibling:pubspec.yaml	a common name
file	*.pro	Qt	0	0.9	line:TEMPLATE | line:'QT ' | line:QT+=	ProGuard, IDL and Prolog use the extension
file	default.nix	Nix	0.9	0.9		may be the only Nix file of a project that has other builds
file	components.json	shadcn/ui	0	0.9	content:ui.shadcn.com	a common name
file	artisan	Laravel	0	0.9	sibling:composer.json	a common word
file	Makefile	Make	0.7	0.7		often a thin wrapper
file	GNUmakefile	Make	0.8	0.8		often a thin wrapper
file	Procfile	Heroku	0.6	0.6		foreman, Overmind and Dokku read it too
file	environment.yml	Conda	0	0.95	line:dependencies:	a common name
file	environment.yaml	Conda	0	0.95	line:dependencies:	a common name
file	prometheus.yml	Prometheus	0.5	0.95	content:scrape_configs	rules and alerts may use the name
file	book.toml	mdBook	0.3	0.95	line:[book]	a common name
file	render.yaml	Render	0.3	0.9	line:services: | line:databases:	a common word
file	nginx.conf	Nginx	0.6	0.95	content:server { | content:http {	may be a template
file	global.json	.NET	0	0.8	content:"sdk"	a common name
file	app.yaml	Google Cloud	0	0.6	line:runtime:	a common name
file	schema.prisma	Prisma	0.95	0.95		
file	Containerfile	Podman	0.5	0.5		Docker builds it as well
path	archetypes/default.md	Hugo	0	0.8	root:hugo.toml | root:hugo.yaml | root:config.toml | root:config.yaml	a common name
path	k8s/**/*.yaml	Kubernetes	0	0.9	content:apiVersion: & content:kind:	a directory of other YAML files
path	k8s/**/*.yml	Kubernetes	0	0.9	content:apiVersion: & content:kind:	a directory of other YAML files
path	kubernetes/**/*.yaml	Kubernetes	0	0.9	content:apiVersion: & content:kind:	a directory of other YAML files
path	kubernetes/**/*.yml	Kubernetes	0	0.9	content:apiVersion: & content:kind:	a directory of other YAML files
path	argocd/**/*.yaml	Argo CD	0	0.9	content:argoproj.io	a directory of other YAML files
path	config/application.rb	Ruby on Rails	0.5	0.95	content:Rails	other frameworks use the path
path	playbooks/*.yml	Ansible	0.3	0.9	content:hosts:	other tools have playbooks
path	**/docs/conf.py	Sphinx	0.4	0.9	line:extensions | content:sphinx	a common name
file	package.json	Node.js	0.7	0.9	content:"engines" | content:'node '	every front-end project has one
file	requirements.txt	Python	0.6	0.9	language:Python	kept by projects in other languages for a tool
file	pyproject.toml	Python	0.7	0.95	language:Python	may only hold the settings of a tool
file	tsconfig.json	TypeScript	0.6	0.95	language:TypeScript	may serve an editor only
file	BUILD	Bazel	0.3	0.9	content:_library( | content:_binary( | content:load(	a common word
dependency	npm:typescript	TypeScript	0.5	0.9	language:TypeScript	may be there for a linter only
dependency	npm:sass	Sass	0.7	0.9	language:SCSS | language:Sass	may be pulled in by a template
file	Dockerfile.*	Docker	0	0.95	line:FROM | line:from	a source file or a page about Dockerfiles

"""##
}
