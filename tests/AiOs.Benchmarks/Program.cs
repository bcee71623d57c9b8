using AiOs.Benchmarks;
using AiOs.Benchmarks.Floors;
using AiOs.Benchmarks.Profiling;

if (args is [FloorServer.Verb, ..])
{
    await FloorServer.RunAsync(args);
    return 0;
}

if (BenchOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(40));
if (options.Profile)
{
    await new ProfileRun(options, Console.Out).RunAsync(stop.Token);
    return 0;
}

return await new BenchRun(options, Console.Out, Console.Error).RunAsync(stop.Token);
