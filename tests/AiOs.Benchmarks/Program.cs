using AiOs.Benchmarks;
using AiOs.Benchmarks.Profiling;

var options = new BenchOptions { Profile = true, Quick = args.Contains("--quick"), LoopSeconds = 0 };
await new ProfileRun(options, Console.Out).RunAsync(CancellationToken.None);
return 0;
