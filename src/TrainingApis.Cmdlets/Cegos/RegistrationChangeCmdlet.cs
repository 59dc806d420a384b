using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Provides the base class for commands that change an existing registration.</summary>
/// <typeparam name="TResult">The type of the result of a change.</typeparam>
public abstract class RegistrationChangeCmdlet<TResult> : ChangeCmdlet<ICegosApi, TResult>, IAcceptsInputObject
    where TResult : class
{
    /// <summary>Gets or sets a registration, or a deferral, of which the new registration is used.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(RegistrationResult), typeof(Deferral))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the number of the registration.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(RegistrationNumberCompleter))]
    [Id]
    public string? RegistrationNumber { get; set; }
}
