//! `cargo xtask train`: the recipe that writes the model's weights. Building and testing never need it.

use crate::repo::{self, Result};
use crate::venv;
use std::path::{Path, PathBuf};
use std::process::Command;

const WEIGHTS: &str = "crates/reportedly-model/weights";
/// Where the confidence is fitted: the exits that the program offers, and what it calls them.
const EXITS: [(&str, &str); 2] = [("6", "accurate"), ("4", "fast")];

/// Trains, going on where an earlier run stopped, then exports. Options are those of `training/train.py`.
///
/// With `--data` the published weights are the teacher and the start: what a few articles of one's own add.
/// Without it all begins anew: a first run on the corpus, then two that learn from those before as well.
pub fn run(args: &[String]) -> Result<()> {
    let recipe = Recipe::new()?;
    if args.iter().any(|arg| arg == "--data") {
        let published = repo::root().join(WEIGHTS).join("reader.safetensors");
        recipe.train("own.pt", &["--teacher".as_ref(), &published], args)?;
        return recipe.export("own.pt");
    }
    let data = repo::data()
        .ok_or("the training data is not at $REPORTEDLY_DATA or ../shared; give files with --data")?;
    let corpus = data.join("data/polnear/train.jsonl");
    // our own passages of opinion prose twice, since they are few
    let opinion = recipe.folder.join("opinion.md");
    let usual: [&Path; 4] = ["--data".as_ref(), &corpus, &opinion, &opinion];
    recipe.train("first.pt", &usual, args)?;
    let (first, texts) = (recipe.state("first.pt")?, data.join("data/incidents/articles.jsonl"));
    let taught: [&Path; 4] = ["--teacher".as_ref(), &first, "--unlabelled".as_ref(), &texts];
    let schedule = ["--epochs", "6"].map(Path::new);
    recipe.train("second.pt", &[&usual[..], &taught, &schedule].concat(), args)?;
    let second = recipe.state("second.pt")?;
    let taught: [&Path; 5] = ["--teacher".as_ref(), &second, &first, "--unlabelled".as_ref(), &texts];
    let schedule = ["--epochs", "5", "--rate", "1.5e-4", "--seed", "11"].map(Path::new);
    recipe.train("third.pt", &[&usual[..], &taught, &schedule].concat(), args)?;
    recipe.export("third.pt")?;
    recipe.calibrate(&data)
}

struct Recipe {
    folder: PathBuf,
    python: PathBuf,
}

impl Recipe {
    fn new() -> Result<Self> {
        let folder = repo::root().join("training");
        Ok(Self { python: venv::python("training", &folder.join("requirements.txt"))?, folder })
    }

    fn state(&self, name: &str) -> Result<PathBuf> {
        Ok(repo::target("training")?.join(name))
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.arg(self.folder.join(name)).current_dir(repo::root());
        command
    }

    fn train(&self, state: &str, with: &[&Path], args: &[String]) -> Result<()> {
        follow(self.script("train.py").arg("--state").arg(self.state(state)?).args(with).args(args))
    }

    fn export(&self, state: &str) -> Result<()> {
        let out = repo::root().join(WEIGHTS);
        follow(self.script("export.py").arg("--state").arg(self.state(state)?).arg("--out").arg(out))?;
        println!("the weights in {WEIGHTS} are new; `cargo xtask evaluate` says how good they are");
        Ok(())
    }

    /// Fits the confidence of each exit on the development part.
    fn calibrate(&self, data: &Path) -> Result<()> {
        let (reportedly, read) = (repo::reportedly()?, repo::target("training")?.join("read.jsonl"));
        let (gold, scorer) = (data.join("data/polnear/dev.jsonl"), data.join("score/attribution.py"));
        for (exit, model) in EXITS {
            let mut command = Command::new(&reportedly);
            command.args(["read", "--json", "--explain", "--min-confidence", "0", "--model", model]);
            command.args(["--from", "jsonl", "--output"]).args([&read, &gold]);
            follow(&mut command)?;
            let mut fit = self.script("calibrate.py");
            fit.arg("--read").arg(&read).arg("--gold").arg(&gold).arg("--scorer").arg(&scorer);
            fit.arg("--weights")
                .arg(repo::root().join(WEIGHTS).join("reader.safetensors"))
                .args(["--exit", exit]);
            follow(&mut fit)?;
        }
        Ok(())
    }
}

/// Runs a program that speaks for itself.
fn follow(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|e| format!("{}: {e}", command.get_program().to_string_lossy()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("training ended with {status}; run it again to go on"))
    }
}
