namespace TrainingApis.Sandbox.Conferences;

/// <summary>One documented member of an object in a body.</summary>
internal sealed class BodyMember
{
    public BodyMember(string name, BodyCheck check, bool required = false) => (Name, Check, Required) = (name, check, required);

    public string Name { get; }

    public BodyCheck Check { get; }

    public bool Required { get; }

    public static implicit operator BodyMember((string Name, BodyCheck Check) member) => new(member.Name, member.Check);
}
