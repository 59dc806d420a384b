namespace TrainingApis.Sandbox;

/// <summary>
/// One part of one vendor's API. A new one is a class of this kind in its vendor's folder, and one line where
/// <see cref="SandboxEngine"/> lists them; nothing else knows of it.
/// </summary>
internal interface ISandboxApi
{
    /// <summary>The first path segments of all its addresses, such as <c>cegos/catalog</c>.</summary>
    string Prefix { get; }

    /// <summary>Acts and answers. Called from any thread.</summary>
    SandboxAnswer Handle(SandboxRequest request);
}
