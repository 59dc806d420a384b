namespace TrainingApis.Resamania;

/// <summary>
/// Creates the IRIs of resources: paths such as <c>/demoapi/contacts/1</c>, which begin with the client token and do not contain the
/// environment.
/// </summary>
internal static class ResamaniaIri
{
    /// <summary>Gets the IRI of the resource that a number or an IRI identifies.</summary>
    public static string Of(string clientToken, string collection, string id) =>
        id.StartsWith('/') ? id : $"/{clientToken}/{collection}/{id}";

    /// <summary>Gets the last segment: <c>1</c> of <c>/demoapi/contacts/1</c>, and of <c>1</c>.</summary>
    public static string IdOf(string iri) => iri[(iri.LastIndexOf('/') + 1)..];
}
