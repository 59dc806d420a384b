using System.Text.Json;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>Reads and writes postal addresses.</summary>
internal static class ResamaniaAddressFields
{
    // The last is the vendor's own slip, in the example of a sale.
    private static readonly string[] Known = { "addressCountry", "addressLocality", "streetAddress", "postalCode", "supplement", "addressCountryCode", "addressCountryIso", "addressCountryISo" };

    /// <summary>The address after the change: a member that was not sent stays, null clears it, and null for the whole clears all.</summary>
    public static ResamaniaAddressData? Apply(ResamaniaBody body, ResamaniaAddressData? before, ResamaniaBrand brand, List<(string Path, string Message)> violations)
    {
        if (!body.Has("address"))
            return before;
        if (body.Part("address", Known) is not { } part)
            return null;
        var address = before?.Copy() ?? brand.NewAddress();
        if (part.Has("addressLocality"))
            address.Locality = part.Text("addressLocality");
        if (part.Has("streetAddress"))
            address.Street = part.Text("streetAddress");
        if (part.Has("postalCode"))
            address.PostalCode = part.Text("postalCode");
        if (part.Has("supplement"))
            address.Supplement = part.Text("supplement");
        foreach (var name in Known.Where(name => name.StartsWith("addressCountry", StringComparison.Ordinal) && part.Has(name)))
            ApplyCountry(part, name, address, violations);
        return address;
    }

    public static void Write(Utf8JsonWriter json, ResamaniaAddressData? address, ResamaniaBrand brand, bool withStreet = true)
    {
        if (address == null)
        {
            json.WriteNull("address"u8);
            return;
        }

        json.WriteStartObject("address"u8);
        json.WriteString("@id"u8, brand.Iri("addresses", address.Id));
        json.WriteString("@type"u8, "Address");
        json.WriteString("addressCountry"u8, address.Country);
        json.WriteString("addressCountryIso"u8, ResamaniaCountries.IsoOf(address.Country));
        json.WriteString("addressLocality"u8, address.Locality);
        json.WriteString("postalCode"u8, address.PostalCode);
        json.WriteString("streetAddress"u8, withStreet ? address.Street : null);
        json.WriteString("supplement"u8, address.Supplement);
        json.WriteEndObject();
    }

    private static void ApplyCountry(ResamaniaBody part, string name, ResamaniaAddressData address, List<(string Path, string Message)> violations)
    {
        var text = part.Text(name);
        var country = name == "addressCountry" ? ResamaniaCountries.All.FirstOrDefault(one => one.Name == text).Name : ResamaniaCountries.NameOf(text);
        if (text != null && country == null)
            violations.Add(($"address.{name}", "This value is not a valid country."));
        address.Country = country;
    }
}
