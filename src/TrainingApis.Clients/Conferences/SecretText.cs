using System.Runtime.InteropServices;
using System.Security;

namespace TrainingApis.Clients.Conferences;

/// <summary>Shows a secret for as long as something is done with it, and wipes what it was shown in.</summary>
internal static class SecretText
{
    public delegate T Using<out T>(ReadOnlySpan<char> text);

    public static T Use<T>(SecureString secret, Using<T> use)
    {
        var characters = new char[secret.Length];
        var unmanaged = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(unmanaged, characters, 0, characters.Length);
            return use(characters);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
            Array.Clear(characters, 0, characters.Length);
        }
    }
}
