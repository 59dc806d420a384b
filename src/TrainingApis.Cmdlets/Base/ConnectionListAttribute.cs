using System.Management.Automation;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Lets a list of connections stand for the one of the command's API, so that what Connect-TrainingSandbox emits can be handed on.
/// PowerShell converts no list to a single value by itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionListAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject list ? list.BaseObject : inputData) is not object[] items)
        {
            return inputData;
        }

        var connections = items.Select(item => (item is PSObject wrapped ? wrapped.BaseObject : item) as Connection).ToArray();
        return connections.All(connection => connection is not null) ? new ConnectionReference(connections!) : inputData;
    }
}
