using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>Converts a number or an IRI to an IRI of this brand and of the right collection.</summary>
/// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: the client token is not one path segment.</exception>
internal sealed class IriBuilder(string clientToken)
{
    private readonly string _clientToken = IsSegment(clientToken) ? clientToken
        : throw Invalid("The client token must be one plain segment of an address, such as demoapi.");

    /// <param name="collection">The collection, such as <c>contacts</c> or <c>referentials/sources</c>.</param>
    /// <param name="id">A number, or an IRI of this collection.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: the ID is neither.</exception>
    public string Of(string collection, string id)
    {
        id = id.Trim();
        var kind = ResamaniaIri.IdOf(collection);
        if (id.StartsWith('/'))
        {
            var segments = id.Split('/');
            var fits = segments.Length >= 4 && segments[1] == _clientToken && segments[^2] == kind && segments.Skip(1).All(IsSegment);
            return fits ? id : throw Invalid($"This IRI is not one of the {kind} of {_clientToken}.");
        }

        return IsSegment(id) ? $"/{_clientToken}/{collection}/{id}"
            : throw Invalid($"An id of {kind} is a number, or an IRI such as /{_clientToken}/{collection}/1.");
    }

    /// <summary>
    /// Gets the path under the base address of an IRI from a response, including a query; null if the IRI is not under the base address.
    /// </summary>
    public static string? PathOf(string iri, Uri baseUri)
    {
        var text = iri.StartsWith(baseUri.AbsoluteUri, StringComparison.Ordinal) ? iri[(baseUri.AbsoluteUri.Length - 1)..] : iri;
        return text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) ? text[1..] : null;
    }

    private static bool IsSegment(string text) =>
        text.Length > 0 && text.All(character =>
            character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '_' or '.' or '~')
            && text is not ("." or "..");

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
