using System.Text;
using System.Text.RegularExpressions;

namespace TrainingApis.Clients.Http;

/// <summary>Creates addresses under a base address. Each parameter is one path segment.</summary>
internal static class ApiUri
{
    private static readonly Regex Parameter = new(@"\{(\w+)\}", RegexOptions.CultureInvariant);

    /// <summary>Checks a base address, and adds a slash at its end.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>.</exception>
    public static Uri Base(Uri address, string option)
    {
        var checkedAddress = Endpoint(address, option);
        return checkedAddress.AbsolutePath.EndsWith('/') ? checkedAddress : new Uri(checkedAddress.AbsoluteUri + "/");
    }

    /// <summary>Checks an absolute address: HTTPS, or HTTP to this computer, with a host and a path only.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>.</exception>
    public static Uri Endpoint(Uri? address, string option)
    {
        if (address is not { IsAbsoluteUri: true } || address.Scheme is not ("https" or "http"))
        {
            throw Invalid($"{option} must be an absolute address that begins with https://.");
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw Invalid(
                $"{option} must begin with https://: http:// sends credentials unencrypted and is allowed only for this computer.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw Invalid($"{option} must have a host and a path only.");
        }

        return address;
    }

    /// <summary>Creates the address of a request.</summary>
    /// <param name="baseAddress">The base address, from <see cref="Base"/>.</param>
    /// <param name="template">The path, with parameters as <c>{name}</c>.</param>
    /// <param name="parameters">The values of the parameters.</param>
    /// <param name="query">The names and values of the query.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a value cannot be one path segment.</exception>
    public static Uri Build(Uri baseAddress, string template, IReadOnlyDictionary<string, string>? parameters = null,
        IReadOnlyList<KeyValuePair<string, string>>? query = null)
    {
        var path = Parameter.Replace(template, parameter =>
            Segment(parameter.Groups[1].Value, parameters?.GetValueOrDefault(parameter.Groups[1].Value)));
        var text = baseAddress.AbsoluteUri + path + Query(query);
        // Uri normalises what it receives. An address that this changes is not the requested one, so it is refused.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.AbsoluteUri != text)
        {
            throw Invalid("An id or a value of the query cannot be written as part of an address.");
        }

        return address;
    }

    /// <summary>Creates the address of a path that the caller specified. It must be under the base address.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>.</exception>
    public static Uri BuildRaw(Uri baseAddress, string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var relative = path.StartsWith('/') ? path[1..] : path;
        var bare = relative.Split('?')[0];
        if (relative.Any(char.IsControl) || relative.IndexOfAny(['\\', '#']) >= 0 || relative.StartsWith('/')
            || bare.Contains("://", StringComparison.Ordinal))
        {
            throw Invalid("The path must be relative to the connection's address, without host, fragment or control characters.");
        }

        if (bare.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
        {
            throw Invalid("The path must not have the segments . or .. .");
        }

        var text = baseAddress.AbsoluteUri + relative;
        if (query.Count > 0)
        {
            text += relative.Contains('?') ? "&" + Query(query)[1..] : Query(query);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !address.AbsoluteUri.StartsWith(baseAddress.AbsoluteUri, StringComparison.Ordinal))
        {
            throw Invalid("Path and query are not a valid address.");
        }

        return address;
    }

    /// <summary>Gets a path for logs, without segments that can be IDs.</summary>
    public static string Template(string path) =>
        string.Join('/', path.Split('?')[0].TrimStart('/').Split('/')
            .Select(segment => segment.All(char.IsLetter) || Regex.IsMatch(segment, "^v[0-9.]+$") ? segment : "{…}"));

    private static string Segment(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Invalid($"{name} is empty.");
        }

        if (value is "." or ".." || value.Any(char.IsControl) || !PlainTree.IsWellFormed(value))
        {
            throw Invalid($"{name} cannot be part of an address: it is one or two dots, or has a control character or half a character.");
        }

        return Uri.EscapeDataString(value);
    }

    private static string Query(IReadOnlyList<KeyValuePair<string, string>>? query)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in query ?? [])
        {
            if (!PlainTree.IsWellFormed(name) || !PlainTree.IsWellFormed(value))
            {
                throw Invalid("A value of the query cannot be part of an address.");
            }

            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
