using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Reads contacts that an earlier run created.</summary>
internal static class ContactReplay
{
    public static async Task<Contact> ReadAsync(IResamaniaContactClient client, string reference, CancellationToken cancellation)
    {
        var contact = await client.GetContactAsync(reference, cancellation).ConfigureAwait(false);
        contact.FromJournal = true;
        return contact;
    }

    /// <summary>The contact that was made although no response confirmed it; null where there is none.</summary>
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
