namespace TrainingApis.Sandbox.Server;

/// <summary>Represents one vendor's servers.</summary>
internal interface IVendor
{
    /// <summary>Gets the first path segment of all its addresses, such as <c>cegos</c>.</summary>
    string Prefix { get; }

    /// <summary>Handles a request whose path is below the prefix. Called from any thread.</summary>
    Response Handle(Request request);

    /// <summary>Restores data, accounts, tokens, settings and routes.</summary>
    void Reset();
}
