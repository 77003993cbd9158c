extension Schema {
  /// What plan and skills were read from, so that a refresh of an unchanged repository reads nothing.
  static let readings = """
    ALTER TABLE projects ADD COLUMN plan_reading TEXT CHECK (plan_reading GLOB '{*');
    ALTER TABLE projects ADD COLUMN skills_reading TEXT CHECK (skills_reading GLOB '{*');
    """
}
