import GantryClient
import GantryPaths
import GantryProtocol
import Glibc
import JSON

/// Refreshes the project at the given path, shows how that goes, and lists the project's skills:
///
///     swift run gantry-client-example ~/my/project
@main
struct Main {
  static func main() async {
    let path = PathEnvironment.current().absolute(CommandLine.arguments.dropFirst().first ?? ".")
    do {
      let gantry = try await GantryClient.connect()

      let refresh = try await gantry.refresh(path: path)
      print(refresh.message)

      let job = try await gantry.waitForJob(refresh.jobID, timeout: .seconds(300)) { job in
        print("\(Int(job.progress.fraction * 100)) % \(job.progress.stage)")
      }
      if let error = job.error {
        print("The refresh failed: \(error.message)")
        exit(1)
      }

      // Two questions at once, over the one connection.
      async let project = gantry.project(refresh.projectID)
      async let skills = gantry.call(GetProjectSkills.self, .init(projectID: refresh.projectID))
      try await show(project, skills)
    } catch let error as GantryError {
      print(error)
      exit(error.kind == "cannotConnect" ? 3 : 1)
    } catch {
      print("Something else went wrong: \(error)")
      exit(1)
    }
  }

  private static func show(_ project: ProjectObject, _ skills: GetProjectSkills.Result) throws {
    print("\(project.name): \(try project.progress?.parsed()["progress_percentage"]?.doubleValue ?? 0) % done")
    for skill in skills.skills {
      let skill = try skill.parsed()
      print("- \(skill["name"]?.stringValue ?? "?") (\(skill["category"]?.stringValue ?? "unknown"))")
    }
  }
}
