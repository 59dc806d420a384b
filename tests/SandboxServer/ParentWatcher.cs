using System.Diagnostics;

namespace TrainingApis.SandboxServer;

/// <summary>Stops the server together with the process that started it, so that a killed test run leaves none behind.</summary>
internal static class ParentWatcher
{
    public static void StopWhenInputCloses(IHostApplicationLifetime lifetime) => _ = Task.Run(async () =>
    {
        var buffer = new byte[256];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer) > 0)
        {
            // What arrives does not matter.
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
            // It has ended already.
        }

        lifetime.StopApplication();
    });
}
