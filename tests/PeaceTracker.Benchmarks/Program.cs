using BenchmarkDotNet.Running;
using PeaceTracker.Benchmarks.Load;

return args switch
{
    ["load", .. var options] => await LoadCommand.RunAsync(options),
    ["bare", var port] => await BareKestrel.RunAsync(port),
    ["template", var port] => await EmptyTemplate.RunAsync(port),
    _ => BenchmarkSwitcher.FromAssembly(typeof(LoadCommand).Assembly).Run(args).Any() ? 0 : 1,
};
