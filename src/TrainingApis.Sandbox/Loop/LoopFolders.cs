using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Loop;

/// <summary>The files that a firm starts with: the documents' own, then as many more as were asked for.</summary>
internal static class LoopFolders
{
    private static readonly string[] Documented = { "044212", "MANON001", "MANON002", "MANON003", "MANON004", "CEGID003" };
    private static readonly string[] CodeStarts = { "CLI", "DUPONT-", "Bio_", "SCI " };

    private static readonly LoopPerson[] People = Enumerable.Range(1, 6)
        .Select(number => new LoopPerson($"master{number}@example.onmicrosoft.com", number == 1 ? new Guid("28c12c49-d4a7-4ef6-bb68-c278451c25ae") : LoopIds.Make(number, "person")))
        .ToArray();

    public static LoopFolder Make(int seed, string domain, int index)
    {
        var dice = new Dice(seed, (long)Dice.Hash(domain) + index, "loop folder");
        return index switch
        {
            0 => new LoopFolder(Documented[0], new Guid("a05eaac0-7939-497b-81bb-911958caa6ea"), People[0]) { Manager = People[0], IsOperational = true },
            1 => new LoopFolder(Documented[1], new Guid("b42ba973-07ce-4c6a-873a-5509ab7a20e2"), People[1]) { IsWhole = false, IsOperational = true },
            _ => Fill(new LoopFolder(Code(index), LoopIds.Make(ref dice), dice.Pick(People)), index, ref dice),
        };
    }

    private static LoopFolder Fill(LoopFolder folder, int index, ref Dice dice)
    {
        // MANON004 is the documents' file to provision; every tenth after it waits for it too.
        folder.IsOperational = index % 10 != 4;
        folder.IsWhole = !dice.OneIn(8);
        folder.Manager = dice.OneIn(8) ? null : dice.Pick(People);
        // Some files bear nothing but their code, as both of the documents'.
        if (dice.OneIn(6))
            return folder;
        if (dice.OneIn(4))
        {
            (folder.LastName, folder.FirstName) = (dice.Pick(LoopNames.LastNames), dice.Pick(LoopNames.FirstNames));
            (folder.UsualName, folder.CompanyName) = ($"{folder.LastName} {folder.FirstName}", $"EI {folder.FirstName} {folder.LastName}");
            return folder;
        }

        folder.UsualName = dice.Pick(LoopNames.Companies);
        folder.CompanyName = dice.OneIn(3) ? folder.UsualName : $"{folder.UsualName} {dice.Pick(LoopNames.Forms)}";
        return folder;
    }

    /// <summary>Codes are text: digits with a zero in front, small letters, a blank.</summary>
    private static string Code(int index) =>
        index < Documented.Length ? Documented[index] : index % 2 == 0 ? $"{44212 + (index * 7):D6}" : $"{CodeStarts[index / 2 % CodeStarts.Length]}{index:D4}";
}
