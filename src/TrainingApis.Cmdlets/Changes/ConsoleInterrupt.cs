namespace TrainingApis.Cmdlets.Changes;

/// <summary>Detects Ctrl+C while a command waits after its end. The process goes on.</summary>
internal sealed class ConsoleInterrupt : IDisposable
{
    private readonly CancellationTokenSource _pressed = new();

    /// <summary>Begins to listen.</summary>
    public ConsoleInterrupt() => Console.CancelKeyPress += OnPressed;

    /// <summary>Gets a token that is cancelled when Ctrl+C is pressed.</summary>
    public CancellationToken Pressed => _pressed.Token;

    /// <inheritdoc/>
    public void Dispose() => Console.CancelKeyPress -= OnPressed;

    private void OnPressed(object? sender, ConsoleCancelEventArgs pressed)
    {
        pressed.Cancel = true;
        _pressed.Cancel();
    }
}
