import JobModel

extension Skill {
  /// The figures that are kept of it when it is gone.
  var sighting: SkillSighting {
    SkillSighting(
      name: name, category: category, share: share.map(SkillsJSON.rounded), bytes: bytes,
      confidence: SkillsJSON.hundredths(confidence), relation: relation?.rawValue)
  }
}
