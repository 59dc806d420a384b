using System.Globalization;

namespace TrainingApis.SandboxServer;

/// <summary>Represents the command line.</summary>
internal sealed class ServerOptions
{
    public SandboxOptions Sandbox { get; } = new();

    public int Port { get; private set; }

    public bool Https { get; private set; }

    public bool UntilStdinCloses { get; private set; }

    public int? Parent { get; private set; }

    public static ServerOptions Parse(string[] arguments)
    {
        var result = new ServerOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            switch (name)
            {
                case "--port":
                    result.Port = Number(rest, name);
                    break;
                case "--products":
                    result.Sandbox.ProductCount = Number(rest, name);
                    break;
                case "--sessions":
                    result.Sandbox.SessionCount = Number(rest, name);
                    break;
                case "--latency":
                    result.Sandbox.Latency = TimeSpan.FromMilliseconds(Number(rest, name));
                    break;
                case "--seed":
                    result.Sandbox.Seed = Number(rest, name);
                    break;
                case "--https":
                    result.Https = true;
                    break;
                case "--until-stdin-closes":
                    result.UntilStdinCloses = true;
                    break;
                case "--parent":
                    result.Parent = Number(rest, name);
                    break;
                default:
                    throw new ArgumentException($"There is no option {name}.");
            }
        }

        return result;
    }

    private static int Number(Queue<string> rest, string name) =>
        rest.TryDequeue(out var text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{name} needs a number.");
}
