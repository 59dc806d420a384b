namespace TrainingApis.Resamania;

/// <summary>
/// Creates the names of resources: paths such as <c>/demoapi/contacts/1</c>, which begin at the client token and leave the environment out.
/// </summary>
internal static class ResamaniaIri
{
    /// <summary>The IRI of what a number or an IRI names.</summary>
    public static string Of(string clientToken, string collection, string id) =>
        id.StartsWith('/') ? id : $"/{clientToken}/{collection}/{id}";

    /// <summary>The last segment: <c>1</c> of <c>/demoapi/contacts/1</c>, and of <c>1</c>.</summary>
    public static string IdOf(string iri) => iri[(iri.LastIndexOf('/') + 1)..];
}
