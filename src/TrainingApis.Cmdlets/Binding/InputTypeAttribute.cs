namespace TrainingApis.Cmdlets.Binding;

/// <summary>Accepts objects of the command's own noun, unchanged. Any other object is an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InputTypeAttribute(params Type[] types) : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is not null && PSObject.AsPSObject(inputData) is { } value && ModuleTypes.Is(value, types))
        {
            return value;
        }

        var message = $"This is not a {string.Join(" or ", types.Select(type => type.Name))}.";
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}

/// <summary>Represents a changing command with a noun of its own: an object of it can be piped in.</summary>
internal interface IAcceptsInputObject
{
    PSObject? InputObject { get; }
}
