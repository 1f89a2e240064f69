/// Where an offer stands among those that tell the same job.
public struct JobPlace: Sendable, Hashable {
    /// Names the job: the number of one of its offers.
    public let job: UInt32
    /// Of the open offers of a job, that of the lowest rank stands for it, and of those the one received first.
    public let rank: UInt8

    public init(job: UInt32, rank: UInt8) {
        self.job = job
        self.rank = rank
    }
}
