public import Recruitment

/// The number of a task of the agents.
public struct AgentTaskID: RowNumber {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
}
