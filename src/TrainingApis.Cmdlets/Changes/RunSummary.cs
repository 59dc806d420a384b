namespace TrainingApis.Cmdlets.Changes;

/// <summary>Counts what became of the rows of a run.</summary>
/// <param name="Succeeded">Sent and succeeded, or known to the vendor already.</param>
/// <param name="FromJournal">Sent by an earlier run.</param>
/// <param name="Rejected">Refused, or not sendable.</param>
/// <param name="InDoubt">Sent, outcome unknown.</param>
/// <param name="NotSent">Received and not sent.</param>
internal sealed record RunSummary(int Succeeded, int FromJournal, int Rejected, int InDoubt, int NotSent)
{
    /// <summary>Gets the line that ends a run with a journal: the counts, and how to send the rest.</summary>
    /// <param name="command">The command's name.</param>
    /// <param name="journal">The journal as it was given.</param>
    /// <param name="isComplete">False where the run was stopped, so that there may be rows that it did not receive.</param>
    public string ToText(string command, string journal, bool isComplete)
    {
        var text = $"{command}: {Succeeded} succeeded, {FromJournal} from journal, {Rejected} rejected, {InDoubt} in doubt, "
            + $"{NotSent} not sent.";
        if (isComplete && Rejected + InDoubt + NotSent == 0)
        {
            return text;
        }

        text += Rejected > 0
            ? " To send the rest, correct the rejected rows if necessary, and run the command again"
            : " To send the rest, run the same command again";
        text += $" with -Journal '{journal.Replace("'", "''", StringComparison.Ordinal)}'";
        return InDoubt > 0 ? text + "; add -RetryInDoubt once the changes in doubt are checked." : text + ".";
    }
}
