/// What a session's owner recognises it by: browser and system, from the User-Agent field. A hint, nothing more.
enum DeviceName {
    static func text(_ userAgent: String?) -> String {
        guard let agent = userAgent?.prefix(400) else { return "Programme inconnu" }
        let browser = browsers.first { agent.contains($0.0) }?.1
        let system = systems.first { agent.contains($0.0) }?.1
        let parts = [browser, system].compactMap { $0 }
        return parts.isEmpty ? "Programme inconnu" : parts.joined(separator: ", ")
    }

    // The first that fits: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("Chrome/", "Chrome"), ("CriOS", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]
}
