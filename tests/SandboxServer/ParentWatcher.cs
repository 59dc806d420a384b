using System.Diagnostics;

namespace TrainingApis.SandboxServer;

/// <summary>Stops the server when the process that started it ends, so that no server remains after a test run is killed.</summary>
internal static class ParentWatcher
{
    public static void StopWhenInputCloses(IHostApplicationLifetime lifetime) => _ = Task.Run(async () =>
    {
        var buffer = new byte[256];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer) > 0)
        {
            // The input is ignored.
        }

        lifetime.StopApplication();
    });

    public static void StopWhenProcessEnds(IHostApplicationLifetime lifetime, int id) => _ = Task.Run(async () =>
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // The process has already ended.
        }

        lifetime.StopApplication();
    });
}
