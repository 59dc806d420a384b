using System.Net.Sockets;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>One connection of the server's, to respond on or to break.</summary>
internal sealed class Peer(TcpClient client, CancellationToken ending)
{
    public CancellationToken Ending => ending;

    public Task RespondAsync(string json, int status = 200, string headers = "") =>
        WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(json)}\r\n{headers}\r\n{json}");

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, ending);

    /// <summary>Ends the connection as one does.</summary>
    public void Close() => client.Close();

    /// <summary>Breaks the connection off with a reset.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
