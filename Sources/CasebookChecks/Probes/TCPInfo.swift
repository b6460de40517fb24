import CCheckSupport

/// What the kernel knows of a TCP connection.
public enum TCPInfo {
  /// Segments with data that a socket has sent; `nil` where the kernel does not tell.
  ///
  /// What was sent again is not counted: on a busy machine the kernel probes for losses that are none.
  public static func dataSegmentsSent(_ socket: Int32) -> Int? {
    let count = casebook_tcp_data_segments_sent(socket)
    return count < 0 ? nil : count
  }

  /// Restricts a socket to some local ports (Linux 6.3 and later), before it connects.
  ///
  /// - Returns: whether the kernel took it.
  public static func setLocalPorts(_ socket: Int32, _ ports: ClosedRange<UInt16>) -> Bool {
    casebook_set_local_ports(socket, UInt32(ports.lowerBound), UInt32(ports.upperBound)) == 0
  }
}
