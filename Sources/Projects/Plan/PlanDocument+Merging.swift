extension PlanDocument {
  /// The plan that several files make up together, in their order; each task and section knows its file.
  ///
  /// Of markers the lines of the first file are kept that has them. Source and dialect are those of the first file.
  static func merged(_ documents: [PlanDocument]) -> PlanDocument {
    guard var plan = documents.first, documents.count > 1 else { return documents.first ?? PlanDocument() }
    for (file, document) in documents.enumerated().dropFirst() { plan.append(document, file: file) }
    plan.sum()
    return plan
  }

  private mutating func append(_ other: PlanDocument, file: Int) {
    let firstTask = tasks.count
    let firstSection = sections.count
    for var task in other.tasks {
      task.ordinal += firstTask
      task.parent = task.parent.map { $0 + firstTask }
      task.section = task.section.map { $0 + firstSection }
      task.file = file
      tasks.append(task)
    }
    for var section in other.sections {
      section.parent = section.parent.map { $0 + firstSection }
      section.file = file
      sections.append(section)
    }
    for var exclusion in other.exclusions {
      exclusion.file = file
      exclusions.append(exclusion)
    }
    for var warning in other.warnings {
      warning.file = file
      warnings.append(warning)
    }
    for marker in other.markers {
      if let index = markers.firstIndex(where: { $0.marker == marker.marker }) {
        markers[index].count += marker.count
        markers[index].inLegend += marker.inLegend
      } else {
        markers.append(marker)
      }
    }
    exclusionsCount += other.exclusionsCount
    warningsCount += other.warningsCount
    headingsCount += other.headingsCount
    frontMatterLines += other.frontMatterLines
    isTruncated = isTruncated || other.isTruncated
  }
}
