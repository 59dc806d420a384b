namespace TrainingApis.Clients.Http;

/// <summary>What is written into a token call. Disposing it forgets its secrets.</summary>
internal interface IOAuthGrant : IDisposable
{
    /// <summary>Writes the form; called for each token call, one at a time.</summary>
    void Write(FormBody form, Redactor redactor);

    /// <summary>Sees the answer, for grants that go on from it, as a refresh token does.</summary>
    void Learn(IReadOnlyDictionary<string, object?> answer, Redactor redactor);

    /// <summary>The call was refused: true where the grant has another way to ask, as with a refresh token that has ended.</summary>
    bool FallBack() => false;
}
