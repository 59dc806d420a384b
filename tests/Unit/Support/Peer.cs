using System.Net.Sockets;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Represents a connection of the server, to send a response or to break it.</summary>
internal sealed class Peer(TcpClient client, CancellationToken cancellation)
{
    public CancellationToken Cancellation => cancellation;

    public Task RespondAsync(string json, int status = 200, string headers = "") =>
        WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(json)}\r\n{headers}\r\n{json}");

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, cancellation);

    /// <summary>Closes the connection without an error.</summary>
    public void Close() => client.Close();

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
