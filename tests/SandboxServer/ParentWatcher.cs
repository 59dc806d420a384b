using System.Diagnostics;

namespace TrainingApis.SandboxServer;

/// <summary>Ends the server with whoever started it: a killed test run must not leave one behind.</summary>
internal static class ParentWatcher
{
    public static void StopWhenInputCloses(IHostApplicationLifetime lifetime) => _ = Task.Run(async () =>
    {
        var buffer = new byte[256];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer) > 0)
        {
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
