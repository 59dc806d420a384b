using System.Security;

namespace TrainingApis.Conferences;

/// <summary>A name with a value that is shown nowhere.</summary>
/// <remarks>Makes it.</remarks>
/// <param name="name">The name.</param>
/// <param name="value">The value; it is not copied.</param>
public sealed class SecretField(string name, SecureString value)
{

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public SecureString Value { get; } = value;

    /// <summary>The name, never the value.</summary>
    public override string ToString() => Name;
}
