using System.Diagnostics;
using System.Globalization;
using TrainingApis.Bench;

const int Rows = 20000;
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var columns = Cells.Columns;
var rows = Cells.Create(500);
var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
var writers = new (string Name, Func<Stream, IEnumerable<object?[]>, Task> Write)[]
{
    ("SpreadCheetah", Writers.SpreadCheetah),
    ("DocumentFormat.OpenXml", Writers.OpenXml),
    ("TrainingApis.Workbook", Writers.Own),
};
var results = writers.ToDictionary(writer => writer.Name, _ => new List<(double Seconds, double Allocated, long Size)>());

// The writers take turns. The first turn is not counted.
for (var turn = 0; turn <= count; turn++)
{
    foreach (var (name, write) in writers)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        await using (var file = File.Create(path))
        {
            await write(file, Enumerable.Range(0, Rows).Select(index => rows[index % rows.Length]));
        }

        var seconds = clock.Elapsed.TotalSeconds;
        if (turn > 0)
        {
            results[name].Add((seconds, GC.GetTotalAllocatedBytes(precise: true) - allocated, new FileInfo(path).Length));
        }
    }
}

File.Delete(path);
Console.WriteLine($"{Rows:N0} rows of {columns.Count} cells, medians of {count}");
foreach (var (name, runs) in results)
{
    var median = runs.OrderBy(run => run.Seconds).ElementAt(runs.Count / 2);
    Console.WriteLine(FormattableString.Invariant(
        $"{name,-24}{median.Seconds,6:0.00} s {median.Allocated / 1e6,6:0} MB allocated {median.Size / 1e6,6:0.0} MB written"));
}
