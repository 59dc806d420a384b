using System.Text.Json;

namespace TrainingApis.Sandbox;

/// <summary>One vendor's part of the sandbox: its APIs, and what callers have changed there. A new one is a line in <see cref="SandboxEngine"/>.</summary>
internal interface ISandboxVendor
{
    /// <summary>The vendor's member in the state.</summary>
    string Name { get; }

    IReadOnlyList<ISandboxApi> Apis { get; }

    void WriteState(Utf8JsonWriter json);

    void Reset();
}
