using System.Globalization;
using System.Text.Json;
using TrainingApis.Clients.Json;
using TrainingApis.Resamania;

namespace TrainingApis.Clients.Resamania;

/// <summary>The bodies that go out, and what of JSON-LD is no member of a model.</summary>
internal static class ResamaniaJson
{
    /// <summary>One object that is no collection.</summary>
    public static T One<T>(ReadOnlySpan<byte> json, ModelJson model, Func<T, string?> missing) where T : class
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ShapeException.Missing("@id");
        }

        var item = model.Read<T>(ref reader)!;
        reader.Read(); // anything after the end throws
        return missing(item) is { } member ? throw ShapeException.Missing(member) : item;
    }

    public static string? Missing(Contact contact)
    {
        Tidy(contact.AdditionalProperties);
        if (contact.Address is { } address)
        {
            Tidy(address.AdditionalProperties);
        }

        return MissingIri(contact.Iri);
    }

    public static string? Missing(Club club)
    {
        Tidy(club.AdditionalProperties);
        if (club.Address is { } address)
        {
            Tidy(address.AdditionalProperties);
        }

        return MissingIri(club.Iri);
    }

    public static string? Missing(Source source)
    {
        Tidy(source.AdditionalProperties);
        return MissingIri(source.Iri);
    }

    /// <summary>The fields that are given, in the documents' order; a cleared one is null.</summary>
    public static ReadOnlyMemory<byte> Body(ContactFields fields, IriBuilder iris)
    {
        var body = new Dictionary<string, object?>();
        var address = new Dictionary<string, object?>();
        Add(body, "familyName", nameof(fields.FamilyName), fields.FamilyName);
        Add(body, "givenName", nameof(fields.GivenName), fields.GivenName);
        Add(body, "gender", nameof(fields.Gender), fields.Gender?.ToString().ToLowerInvariant());
        Add(body, "clubId", nameof(fields.ClubId), fields.ClubId is { } club ? iris.Of("clubs", club) : null);
        Add(body, "birthDate", nameof(fields.BirthDate), fields.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(body, "email", nameof(fields.Email), fields.Email);
        Add(body, "mobile", nameof(fields.Mobile), fields.Mobile);
        Add(body, "sourceId", nameof(fields.SourceId), fields.SourceId is { } source ? iris.Of("referentials/sources", source) : null);
        Add(address, "addressCountry", nameof(fields.AddressCountry), fields.AddressCountry);
        Add(address, "addressLocality", nameof(fields.AddressLocality), fields.AddressLocality);
        Add(address, "streetAddress", nameof(fields.StreetAddress), fields.StreetAddress);
        Add(address, "postalCode", nameof(fields.PostalCode), fields.PostalCode);
        Add(address, "supplement", nameof(fields.Supplement), fields.Supplement);
        if (address.Count > 0)
        {
            body.Add("address", address);
        }

        Add(body, "state", nameof(fields.State), fields.State?.ToString().ToLowerInvariant());
        return JsonTree.Write(body);

        void Add(Dictionary<string, object?> members, string wireName, string name, string? value)
        {
            if (value is not null || fields.Cleared.Contains(name))
            {
                members.Add(wireName, value);
            }
        }
    }

    private static string? MissingIri(string iri) => iri.Length == 0 ? "@id" : null;

    // The identity stands in Iri; what JSON-LD says of types is no news to anybody.
    private static void Tidy(AdditionalProperties members)
    {
        foreach (var name in new[] { "@context", "@type", "id" })
        {
            members.Remove(name);
        }
    }
}
