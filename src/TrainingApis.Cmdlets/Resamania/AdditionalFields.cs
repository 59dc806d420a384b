using System.Collections;
using System.Reflection;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Reads the fields of a contact that a brand requires in addition to the documented ones.</summary>
internal static class AdditionalFields
{
    private static readonly HashSet<string> Documented = typeof(ContactFields).GetProperties()
        .Select(property => property.GetCustomAttribute<WireNameAttribute>()?.Name.Split('.')[0])
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the fields by wire name; null if none are specified.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a documented field, which has a separate parameter, is
    /// specified.</exception>
    public static IReadOnlyDictionary<string, object?>? From(IDictionary? fields)
    {
        if (fields is null || fields.Count == 0)
        {
            return null;
        }

        var known = ObjectConverter.Entries(fields).Select(field => field.Key).FirstOrDefault(Documented.Contains);
        return known is null
            ? ObjectConverter.Entries(fields).ToDictionary(field => field.Key, field => ObjectConverter.FromPowerShell(field.Value))
            : throw new ApiException(
                ApiErrorKind.InvalidArgument,
                $"-AdditionalField must not contain '{known}', which has a parameter of its own. Nothing was sent.");
    }
}

/// <summary>Reads contacts that an earlier run created.</summary>
internal static class ContactReplay
{
    public static async Task<Contact> ReadAsync(IResamaniaContactClient client, string reference, CancellationToken cancellation)
    {
        var contact = await client.GetContactAsync(reference, cancellation).ConfigureAwait(false);
        contact.FromJournal = true;
        return contact;
    }

    /// <summary>Gets the contact that was created although no response confirmed it; null if there is none.</summary>
    public static async Task<Contact?> FindAsync(IResamaniaContactClient client, string email, CancellationToken cancellation)
    {
        var contact = await client.FindKnownContactAsync(email, cancellation).ConfigureAwait(false);
        if (contact is not null)
        {
            contact.FromJournal = true;
        }

        return contact;
    }
}
