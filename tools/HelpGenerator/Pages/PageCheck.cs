namespace TrainingApis.HelpGenerator.Pages;

/// <summary>Checks that a page is complete and consistent. Tests compare the pages with the code.</summary>
internal static class PageCheck
{
    public static void Run(Page page)
    {
        Require(page, page.Synopsis.Count == 1, "the synopsis must be one paragraph");
        Require(page, page.Description.Count > 0, "there is no description");
        Require(page, page.Examples.Count >= 2, "there are fewer than two examples");
        Require(page, page.Inputs.Count > 0 && page.Outputs.Count > 0, "inputs or outputs are missing");
        Require(page, page.Links.Count > 0, "there are no related links");
        foreach (var parameter in page.Parameters)
        {
            Require(page, parameter.Description.Count > 0, $"-{parameter.Name} is not described");
        }

        foreach (var set in page.Syntax)
        {
            var facts = page.Parameters.Where(parameter => parameter.In(set.Name) is not null).Select(parameter => parameter.Name);
            Require(page, set.Parameters.ToHashSet().SetEquals(facts), $"the syntax of '{set.Name}' and the parameters' own sets differ");
        }
    }

    private static void Require(Page page, bool holds, string problem)
    {
        if (!holds)
        {
            throw new PageException(page.Command, problem);
        }
    }
}
