using PeaceTracker.Web.Hosting;

return await CommandGrammar.RunAsync(args, Console.Out, Console.Error);
