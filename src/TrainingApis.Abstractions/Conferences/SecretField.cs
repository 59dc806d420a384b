using System.Security;

namespace TrainingApis.Conferences;

/// <summary>A name with a value that is shown nowhere.</summary>
public sealed class SecretField
{
    /// <summary>Makes it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; it is not copied.</param>
    public SecretField(string name, SecureString value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public SecureString Value { get; }

    /// <summary>The name, never the value.</summary>
    public override string ToString() => Name;
}
