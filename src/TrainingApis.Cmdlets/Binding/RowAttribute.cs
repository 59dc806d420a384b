using System.Management.Automation;

namespace TrainingApis.Cmdlets.Binding;

/// <summary>
/// Lets a row through as it is, and tells the cells of the same record whether it is an object of this module. Such an object gives ids
/// only, so a member of it that a cell cannot read (another noun's <c>Status</c>, say) is no error. A transformation is told nothing of
/// its record but the value, and PowerShell binds a row before its members, on the pipeline's own thread: hence what the thread remembers.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RowAttribute : ArgumentTransformationAttribute
{
    [ThreadStatic]
    private static PSObject? s_ownObject;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        s_ownObject = inputData is not null && PSObject.AsPSObject(inputData) is var row && ModuleTypes.Has(row) ? row : null;
        return inputData;
    }

    /// <summary>Whether the record that is being bound is an object of this module, and the value one of its members.</summary>
    public static bool IsOfOwnObject(object? value) => s_ownObject?.Properties.Any(member => Equals(member.Value, value)) == true;

    /// <summary>The record is bound.</summary>
    public static void Forget() => s_ownObject = null;
}
