import Glibc

/// A point on the Earth, WGS 84, in degrees.
public struct Coordinate: Sendable, Hashable {
    public let latitude: Double
    public let longitude: Double

    /// Refuses values off the globe and those that are no numbers.
    public init?(latitude: Double, longitude: Double) {
        guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Whether the point lies in the rectangle round metropolitan France.
    public var isInMetropolitanFrance: Bool {
        (41.0...51.5).contains(latitude) && (-5.5...10.0).contains(longitude)
    }

    /// A point as feeds give it: where latitude and longitude stand in each other's place they are put right
    /// (France Travail: some 1 % of offers).
    public static func untangled(latitude: Double, longitude: Double) -> Coordinate? {
        guard let given = Coordinate(latitude: latitude, longitude: longitude) else { return nil }
        guard !given.isInMetropolitanFrance, let swapped = Coordinate(latitude: longitude, longitude: latitude),
            swapped.isInMetropolitanFrance
        else { return given }
        return swapped
    }

    /// Great-circle distance in kilometres, on a sphere of 6,371 km: within 0.5 % of the ellipsoid.
    public func kilometres(to other: Coordinate) -> Double {
        let radians = Double.pi / 180
        let halfLatitude = sin((other.latitude - latitude) * radians / 2)
        let halfLongitude = sin((other.longitude - longitude) * radians / 2)
        let chord =
            halfLatitude * halfLatitude
            + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
        return 2 * 6_371 * asin(min(1, chord.squareRoot()))
    }
}
