namespace TrainingApis.Cmdlets.Binding;

/// <summary>Accepts objects of the noun of the command, and returns them unchanged. Any other object is an error.</summary>
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

/// <summary>Represents a command that changes data and accepts an object of its noun from the pipeline.</summary>
internal interface IAcceptsInputObject
{
    PSObject? InputObject { get; }
}
