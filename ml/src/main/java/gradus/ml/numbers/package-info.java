/// Numbers that keep their digits, and numbers drawn by chance.
package gradus.ml.numbers;
