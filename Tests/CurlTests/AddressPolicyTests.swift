import Curl
import Testing

@Suite struct AddressPolicyTests {
    @Test(arguments: [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "::127.0.0.1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1",
        "fe80::1", "fec0::1", "ff02::1",
    ])
    func `an address that is not public is refused`(text: String) throws {
        #expect(!AddressPolicy.publicOnly.allows(try #require(IPAddress(text))))
    }

    @Test(arguments: [
        "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.167.1.1", "198.17.0.1", "198.20.0.1",
        "223.255.255.255", "2606:4700::1111", "2a01:e0a::1", "::ffff:1.1.1.1", "64:ff9b::101:101",
    ])
    func `a public address is allowed`(text: String) throws {
        #expect(AddressPolicy.publicOnly.allows(try #require(IPAddress(text))))
    }

    @Test func `an exception opens its network and no other`() throws {
        let policy = AddressPolicy(allowing: [try #require(IPNetwork("10.20.0.0/14")), try #require(IPNetwork("::1"))])
        #expect(policy.allows(try #require(IPAddress("10.23.255.255"))))
        #expect(policy.allows(try #require(IPAddress("::ffff:10.20.0.1"))))
        #expect(policy.allows(try #require(IPAddress("::1"))))
        #expect(!policy.allows(try #require(IPAddress("10.24.0.0"))))
        #expect(!policy.allows(try #require(IPAddress("::2"))))
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4/33", "::/129", "a.b.c.d/8", "1.2.3.4/-1", "1.2.3.4/", "[::1]", "localhost"])
    func `what is no network is refused`(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}
